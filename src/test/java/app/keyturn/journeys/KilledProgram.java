package app.keyturn.journeys;

import app.keyturn.Keyturn;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.InjectedLatency;
import app.keyturn.practice.server.PracticeSettings;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.FastClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A program of its own, to be killed, with a window for each step at which it can be: each in a folder of its own, in a
 * practice world that is slow there, and noted as in earnest. Started again, it says what each first page tells.
 */
final class KilledProgram {
    /** Leads every window to its step, and says {@link #THERE}. */
    static final String RENEW = "renew";
    /** Says what every window's first page tells in earnest; then renews once more, to green, and says so. */
    static final String LOOK = "look";
    /** Every window is where it is to be killed. */
    static final String THERE = "there";
    /** It has come to green. */
    static final String GREEN = "green";
    /** Nothing is told on the first page. */
    static final String SILENT = "nothing was interrupted";

    private static final Duration LONG = Duration.ofMinutes(30);

    /** Where a window is when the program is killed. */
    enum Death {
        /** The browser shows Microsoft's page. */
        SIGN_IN,
        /** Microsoft tests the new token. */
        TEST,
        /** The save has been sent, and not been carried out. */
        SAVE,
        /** The save has been carried out, and not been answered. */
        SAVED,
        /** What was saved is read back. */
        CHECK,
        /** What was saved is good; the sync is looked after. */
        RESUME,
        /** The page is green; the first sync is waited for. */
        WATCH
    }

    private final UiJourney user;
    private final Death death;

    private KilledProgram(UiJourney user, Death death) {
        this.user = user;
        this.death = death;
    }

    /**
     * Plays one of the two lives in the working folder.
     *
     * @param arguments which life
     */
    public static void main(String[] arguments) throws Exception {
        Keyturn.keepNoTextForReuse();
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        if (arguments[0].equals(RENEW)) {
            for (Death death : Death.values()) {
                KilledProgram life = open(death, true);
                life.renew();
                life.stopDrawing();
            }
            System.out.println(THERE);
            System.in.read(); // to be killed here, or to end with whoever started it
        } else {
            for (Death death : Death.values()) {
                KilledProgram life = open(death, false);
                life.look();
                life.stopDrawing();
            }
            open(Death.SAVED, false).renewToGreen();
            System.out.println(GREEN);
        }
        System.exit(0);
    }

    private static KilledProgram open(Death death, boolean slow) throws TimeoutException {
        FastClock clock = new FastClock();
        PracticeSettings usual = PracticeSettings.forTests(clock);
        PracticeSettings practice = slow ? slow(usual, death) : usual;
        Path folder = Path.of(death.name()).toAbsolutePath();
        UiJourney[] user = new UiJourney[1];
        FxToolkit.setupFixture(() -> user[0] = new UiJourney(new Stage(), folder, clock, practice, true));
        return new KilledProgram(user[0], death);
    }

    private static PracticeSettings slow(PracticeSettings usual, Death death) {
        return switch (death) {
            case TEST -> usual.withSlow(InjectedLatency.Kind.CHECK, LONG);
            case SAVE -> usual.withSlow(InjectedLatency.Kind.SAVE, LONG);
            case SAVED -> usual.withSlow(InjectedLatency.Kind.SAVED, LONG);
            case CHECK -> usual.withSlow(InjectedLatency.Kind.READ_BACK, LONG);
            case RESUME -> usual.withSlow(InjectedLatency.Kind.JOB, LONG);
            case WATCH -> usual.withCycles(LONG, LONG);
            case SIGN_IN -> usual;
        };
    }

    /** What the death has left is told of once, and dismissed. */
    private void look() {
        user.enterRealMode();
        System.out.println(death + ": " + (user.isInSight("unfinished-text") ? user.read("unfinished-text") : SILENT));
        if (user.isInSight("unfinished-text")) {
            user.click("unfinished-dismiss");
        }
        if (user.isInSight("unfinished-text") || !user.unfinished().interrupted().isEmpty()) {
            throw new IllegalStateException("Told of once more");
        }
    }

    /** What waits shows so, in every window, as long as it is in sight. */
    private void stopDrawing() {
        user.onWindow(() -> {
            user.window().scene().getWindow().hide();
            return true;
        });
    }

    private void renewToGreen() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
    }

    private void renew() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        if (death == Death.SIGN_IN) {
            user.click("sign-in");
            user.nextBrowserPage();
            return;
        }
        user.signInAndContinue();
        user.confirmAndSubmit();
        switch (death) {
            case TEST -> user.waitForMessage("status", "save.status.TEST.RUNNING");
            case SAVE -> user.waitForMessage("status", "save.status.writing");
            case SAVED -> user.waitUntil("have it saved", () -> user.world().puts() == 1);
            case CHECK -> user.waitForMessage("status", "save.status.CHECK.RUNNING");
            case RESUME -> user.waitForMessage("status", "save.status.RESUME.RUNNING");
            case WATCH -> user.waitFor("page-done");
            case SIGN_IN -> throw new IllegalStateException("Never so far");
        }
        if (user.world().puts() != (death.compareTo(Death.SAVED) < 0 ? 0 : 1)) {
            throw new IllegalStateException("Saved " + user.world().puts() + " times");
        }
    }
}
