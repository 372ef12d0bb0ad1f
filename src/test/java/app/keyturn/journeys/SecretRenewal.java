package app.keyturn.journeys;

import app.keyturn.Keyturn;
import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.FastClock;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A program of its own, to be searched for secrets afterwards: plays a renewal in which much goes wrong, saves receipt
 * and reminder, and copies details. The secrets themselves go to a folder that is not searched.
 */
final class SecretRenewal {
    /** Lists the secrets, one a line. */
    static final String SECRETS = "secrets.txt";
    /** What was in memory right after green. */
    static final String MEMORY = "memory.hprof";

    private final Path aside;
    private final Set<String> copied = new HashSet<>();

    private SecretRenewal(Path aside) {
        this.aside = aside;
    }

    /**
     * Plays it in the working folder.
     *
     * @param arguments the folder for what is not searched
     */
    public static void main(String[] arguments) throws Exception {
        new SecretRenewal(Path.of(arguments[0])).play();
        System.exit(0);
    }

    private void play() throws IOException, TimeoutException {
        Keyturn.disableTextLayoutCache();
        FastClock clock = new FastClock();
        Stage stage = FxToolkit.registerPrimaryStage();
        UiJourney[] me = new UiJourney[1];
        FxToolkit.setupFixture(
                () -> me[0] = new UiJourney(stage, Path.of("").toAbsolutePath(), clock,
                        PracticeSettings.forTests(clock)));
        renew(me[0]);
        me[0].closeBrowser();
        writeSecrets(me[0]);
        me[0].letGoOfMicrosoftAndApple();
        dumpMemory();
        System.out.println("done");
        if (System.in.read() < 0) { // whoever started this looks at the process first
            System.out.println("nobody looked");
        }
    }

    private void renew(UiJourney me) {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        me.begin(Portal.SCHOOL);
        me.click("open-portal");
        URI apple = me.nextPage();
        copied.add(me.generate(apple));
        me.click("keep-token");
        me.click("next");
        me.signInAs(Choice.DECLINE);
        me.see("problem-code", "SIGNIN-DECLINED");
        me.click("problem-details");
        me.click("problem-action");
        me.answerInBrowser(Choice.USER_WITHOUT_ROLE);
        me.see("problem-code", "ROLE-MISSING");
        me.click("copy-request");
        me.click("problem-action");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.click("next");
        me.see("page-token");
        me.click("show-token");
        me.click("next");
        me.click("test-and-save");
        me.see("problem-code", "TOKEN-REJECTED");
        me.click("by-hand");
        me.click("copy-token");
        me.click("back");
        me.click("problem-details");
        me.click("problem-action");
        me.inBrowser(() -> {
            me.browser().revokeNewestToken(apple);
            return true;
        });
        copied.add(me.generate(apple));
        me.focus("token");
        typeOver(me);
        me.pasteByKeyboard();
        typeOver(me);
        me.press(KeyCode.HOME);
        me.pasteByKeyboard();
        me.confirmAndSave();
        me.seeTheSync();
        me.click("save-reminder");
        me.click("save-receipt");
        System.out.println("Titles: " + me.titles());
        System.out.println("Files: " + me.read("kept"));
    }

    /** Types over the token in the field, so that it can be had back by undoing. */
    private static void typeOver(UiJourney me) {
        boolean undoable = me.onWindow(() -> {
            TextInputControl field = (TextInputControl) me.found("token");
            field.selectAll();
            field.replaceSelection("x");
            return field.isUndoable();
        });
        if (!undoable) {
            throw new AssertionError("There is nothing to undo, so nothing is tested");
        }
    }

    private void writeSecrets(UiJourney me) throws IOException {
        copied.addAll(me.world().secretsHandedOut());
        Files.write(aside.resolve(SECRETS), copied);
        copied.clear();
    }

    private void dumpMemory() throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(aside.resolve(MEMORY).toString(), true);
    }
}
