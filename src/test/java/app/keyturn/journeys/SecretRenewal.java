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
 * A process to be searched for secrets afterwards: runs a renewal with many problems, saves receipt and reminder, and
 * copies details. The secrets themselves go to a folder that is not searched.
 */
final class SecretRenewal {
    /** File with the secrets, one a line. */
    static final String SECRETS = "secrets.txt";
    /** Heap dump taken right after success. */
    static final String MEMORY = "memory.hprof";

    private final Path unsearched;
    private final Set<String> copied = new HashSet<>();

    private SecretRenewal(Path unsearched) {
        this.unsearched = unsearched;
    }

    /**
     * Runs in the working folder.
     *
     * @param arguments the folder that is not searched
     */
    public static void main(String[] arguments) throws Exception {
        new SecretRenewal(Path.of(arguments[0])).run();
        System.exit(0);
    }

    private void run() throws IOException, TimeoutException {
        Keyturn.disableTextLayoutCache();
        FastClock clock = new FastClock();
        Stage stage = FxToolkit.registerPrimaryStage();
        UiJourney[] user = new UiJourney[1];
        FxToolkit.setupFixture(
                () -> user[0] = new UiJourney(stage, Path.of("").toAbsolutePath(), clock,
                        PracticeSettings.forTests(clock)));
        renew(user[0]);
        user[0].closeBrowser();
        writeSecrets(user[0]);
        user[0].discardPracticeWorld();
        dumpMemory();
        System.out.println("done");
        if (System.in.read() < 0) { // the parent inspects this process first
            System.out.println("not inspected");
        }
    }

    private void renew(UiJourney user) {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        user.goToApplePage(Portal.SCHOOL);
        user.click("open-portal");
        URI apple = user.nextBrowserPage();
        copied.add(user.generateToken(apple));
        user.click("keep-token");
        user.click("next");
        user.signInAs(Choice.DECLINE);
        user.waitForText("problem-code", "SIGNIN-DECLINED");
        user.click("problem-details");
        user.click("problem-action");
        user.answerInBrowser(Choice.USER_WITHOUT_ROLE);
        user.waitForText("problem-code", "ROLE-MISSING");
        user.click("copy-request");
        user.click("problem-action");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.click("next");
        user.waitFor("page-token");
        user.click("show-token");
        user.click("next");
        user.click("test-and-save");
        user.waitForText("problem-code", "TOKEN-REJECTED");
        user.click("by-hand");
        user.click("copy-token");
        user.click("back");
        user.click("problem-details");
        user.click("problem-action");
        user.inBrowser(() -> {
            user.browser().revokeNewestToken(apple);
            return true;
        });
        copied.add(user.generateToken(apple));
        user.focus("token");
        replaceText(user);
        user.pasteByKeyboard();
        replaceText(user);
        user.press(KeyCode.HOME);
        user.pasteByKeyboard();
        user.confirmAndSave();
        user.waitForSync();
        user.click("save-reminder");
        user.click("save-receipt");
        System.out.println("Titles: " + user.windowTitles());
        System.out.println("Files: " + user.read("kept"));
    }

    /** Replaces the token in the field, so that undo could restore it. */
    private static void replaceText(UiJourney user) {
        boolean undoable = user.onWindow(() -> {
            TextInputControl field = (TextInputControl) user.node("token");
            field.selectAll();
            field.replaceSelection("x");
            return field.isUndoable();
        });
        if (!undoable) {
            throw new AssertionError("Nothing to undo, so nothing is tested");
        }
    }

    private void writeSecrets(UiJourney user) throws IOException {
        copied.addAll(user.world().secretsHandedOut());
        Files.write(unsearched.resolve(SECRETS), copied);
        copied.clear();
    }

    private void dumpMemory() throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(unsearched.resolve(MEMORY).toString(), true);
    }
}
