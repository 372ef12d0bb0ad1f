package app.keyturn.pages.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.CompletedRenewals;
import app.keyturn.testkit.FakePage;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.UnwatchedSync;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.ProxyEntry;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The texts about the first sync if the network's proxy asks for a password after the save. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SyncCardIT {
    private static final Problem ASKS = new Problem(ProblemCode.NET_PROXY_PASSWORD, ChangeState.SAVED,
            Diagnostics.at(Instant.EPOCH));

    private final List<String> held = new ArrayList<>();
    private final FakeTasks tasks = FakeTasks.holding();
    private final RenewalState renewalState = new RenewalState(
            new ProxyEntry((user, password) -> held.add(user + ":" + password)));
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    private SyncModel sync;
    private Parent area;

    @Start
    void open(Stage stage) {
        Messages messages = Messages.in(Locale.ENGLISH);
        Page done = new FakePage("done");
        wizard.open(List.of(done), List.of(done));
        sync = sync();
        area = new SyncCard(sync, renewalState, messages, new SyncText(messages, Clock.systemUTC()), ZoneOffset.UTC,
                () -> {}).view();
        stage.setScene(new Scene(area, 600, 400));
        stage.show();
    }

    @Test
    void aPasswordThatEndedTheWatchIsEnteredThere(FxRobot robot) {
        robot.interact(() -> {
            renewed(new SyncRestartResult.NotNeeded());
            tasks.failLast(ASKS);
        });
        Parent unwatched = (Parent) area.lookup("#sync-unwatched");
        assertTrue(isInSight(unwatched, "proxy-password"));
        robot.interact(() -> {
            ((TextField) unwatched.lookup("#proxy-password")).setText("pass word");
            ((Button) unwatched.lookup("#watch-again")).fire();
        });
        assertEquals(List.of(":pass word"), held);
        assertEquals(2, tasks.started);
    }

    @Test
    void aPasswordThatPreventedTheRestartIsEnteredThere(FxRobot robot) {
        robot.interact(() -> renewed(new SyncRestartResult.LeftAlone(ASKS)));
        Parent leftAlone = (Parent) area.lookup("#sync-left-alone");
        assertTrue(isInSight(leftAlone, "proxy-password"));
        robot.interact(() -> {
            ((TextField) leftAlone.lookup("#proxy-password")).setText("pass word");
            ((Button) leftAlone.lookup("#look-again")).fire();
        });
        assertEquals(List.of(":pass word"), held);
        assertEquals(1, tasks.started);
    }

    @Test
    void otherProblemsAskForNoPassword(FxRobot robot) {
        robot.interact(() -> {
            renewed(new SyncRestartResult.NotNeeded());
            tasks.failLast(new Problem(ProblemCode.NET_UNREACHABLE, ChangeState.SAVED,
                    Diagnostics.at(Instant.EPOCH)));
        });
        assertFalse(isInSight((Parent) area.lookup("#sync-unwatched"), "proxy-password"));
    }

    private static boolean isInSight(Parent card, String id) {
        return Stream.iterate(card.lookup("#" + id), Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private void renewed(SyncRestartResult result) {
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        ProvisioningApp app = new ProvisioningApp("app", "Apple", new Connection(List.of()), List.of(job));
        renewalState.complete(CompletedRenewals.of(app, job, result));
        sync.begin();
    }

    private SyncModel sync() {
        return UnwatchedSync.of(renewalState, wizard.frameFor("done"), tasks, Clock.systemUTC());
    }
}
