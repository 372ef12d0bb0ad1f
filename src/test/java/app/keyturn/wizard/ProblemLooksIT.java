package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.AllProblems;
import app.keyturn.testkit.FakePage;
import app.keyturn.testkit.FakeSessionSwitch;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.ui.Appearance;
import app.keyturn.visual.Inspection;
import app.keyturn.visual.Variant;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The look of every problem. They differ only in their texts, so a few theme variants are enough. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ProblemLooksIT {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final RenewalState renewalState = new RenewalState();
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    private Inspection inspection;

    @Start
    void open(Stage stage) {
        FxTasks tasks = new FxTasks(Clock.systemUTC(), Duration.ofSeconds(30), _ -> {});
        FrameView frame = new FrameView(wizard, renewalState, messages, new RecordingDesktop(),
                new FakeSessionSwitch(true),
                new LanguageChoice(List.of(Locale.ENGLISH), messages::setLanguage),
                new SidePages(new FakePage("by-hand"), new FakePage("settings"), new FakePage("no-token")),
                new ColleagueRequest(messages, renewalState, () -> new SignInApp("client", false)),
                new ProgressNotice(messages, ZoneOffset.UTC, tasks.late(), tasks::runLater), "1.2.3");
        List<Page> pages = Stream.of("start", "apple", "sign-in", "token", "save", "done")
                .<Page>map(id -> new FakePage(id, app.keyturn.renewal.Action.values()))
                .toList();
        wizard.open(pages, pages);
        Scene scene = new Scene(frame.view(), 900, 640);
        inspection = new Inspection(scene, new Appearance(scene), messages::setLanguage);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void everyProblem(FxRobot robot) {
        AllProblems.all().forEach(problem -> {
            robot.interact(() -> wizard.show(problem));
            inspection.inspect(name(problem), Variant.few());
        });
        assertEquals("", String.join("\n", inspection.findings()));
    }

    private static String name(Problem problem) {
        return "problem-" + problem.code().id().toLowerCase(Locale.ROOT) + "-"
                + problem.changed().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
