package app.keyturn.journeys;

import app.keyturn.Keyturn;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.InjectedLatency;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.FastClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A process to be killed, with one window for each point of a renewal, each in its own folder, in a practice world that
 * is slow at that point, with saves journaled. Started again, it prints what each first page reports.
 */
final class KilledProgram {
    /** Takes every window to its point, then prints {@link #READY}. */
    static final String RENEW = "renew";
    /** Prints what every first page reports outside practice mode, then renews once more and prints {@link #DONE}. */
    static final String REPORT = "report";
    /** Every window is at its point. */
    static final String READY = "there";
    /** The renewal has succeeded. */
    static final String DONE = "green";
    /** The first page reports nothing. */
    static final String NOTHING_REPORTED = "nothing was interrupted";

    private static final Duration LONG = Duration.ofMinutes(30);

    /** The point of a renewal at which the process is killed. */
    enum KillPoint {
        /** The browser shows Microsoft's page. */
        SIGN_IN,
        /** Microsoft tests the new token. */
        TEST,
        /** The save was sent but not carried out. */
        SAVE,
        /** The save was carried out but not answered. */
        SAVED,
        /** The saved settings are read back. */
        CHECK,
        /** The save is checked; the sync job is read. */
        RESUME,
        /** The done page waits for the first sync. */
        WATCH
    }

    private final UiJourney user;
    private final KillPoint killPoint;

    private KilledProgram(UiJourney user, KillPoint killPoint) {
        this.user = user;
        this.killPoint = killPoint;
    }

    /**
     * Runs one of its two parts in the working folder.
     *
     * @param arguments {@link #RENEW} or {@link #REPORT}
     */
    public static void main(String[] arguments) throws Exception {
        Keyturn.disableTextLayoutCache();
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        if (arguments[0].equals(RENEW)) {
            for (KillPoint killPoint : KillPoint.values()) {
                KilledProgram program = open(killPoint, true);
                program.renew();
                program.stopDrawing();
            }
            System.out.println(READY);
            System.in.read(); // is killed here, or ends with its parent
        } else {
            for (KillPoint killPoint : KillPoint.values()) {
                KilledProgram program = open(killPoint, false);
                program.report();
                program.stopDrawing();
            }
            open(KillPoint.SAVED, false).renewToDone();
            System.out.println(DONE);
        }
        System.exit(0);
    }

    private static KilledProgram open(KillPoint killPoint, boolean slow) throws TimeoutException {
        FastClock clock = new FastClock();
        PracticeSettings usual = PracticeSettings.forTests(clock);
        PracticeSettings practice = slow ? slow(usual, killPoint) : usual;
        Path folder = Path.of(killPoint.name()).toAbsolutePath();
        UiJourney[] user = new UiJourney[1];
        FxToolkit.setupFixture(() -> user[0] = new UiJourney(new Stage(), folder, clock, practice, true));
        return new KilledProgram(user[0], killPoint);
    }

    private static PracticeSettings slow(PracticeSettings usual, KillPoint killPoint) {
        return switch (killPoint) {
            case TEST -> usual.withLatency(InjectedLatency.Kind.CHECK, LONG);
            case SAVE -> usual.withLatency(InjectedLatency.Kind.BEFORE_SAVE, LONG);
            case SAVED -> usual.withLatency(InjectedLatency.Kind.AFTER_SAVE, LONG);
            case CHECK -> usual.withLatency(InjectedLatency.Kind.READ_BACK, LONG);
            case RESUME -> usual.withLatency(InjectedLatency.Kind.READ_JOB, LONG);
            case WATCH -> usual.withCycles(LONG, LONG);
            case SIGN_IN -> usual;
        };
    }

    /** The first page reports the interrupted save once, until it is dismissed. */
    private void report() {
        user.enterRealMode();
        System.out.println(killPoint + ": "
                + (user.isInSight("unfinished-text") ? user.read("unfinished-text") : NOTHING_REPORTED));
        if (user.isInSight("unfinished-text")) {
            user.click("unfinished-dismiss");
        }
        if (user.isInSight("unfinished-text") || !user.unfinished().interrupted().isEmpty()) {
            throw new IllegalStateException("Reported again");
        }
    }

    /** Visible windows keep animating their progress. */
    private void stopDrawing() {
        user.onWindow(() -> {
            user.window().scene().getWindow().hide();
            return true;
        });
    }

    private void renewToDone() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
    }

    private void renew() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        if (killPoint == KillPoint.SIGN_IN) {
            user.click("sign-in");
            user.nextBrowserPage();
            return;
        }
        user.signInAndContinue();
        user.confirmAndSubmit();
        switch (killPoint) {
            case TEST -> user.waitForMessage("status", "save.status.TEST.RUNNING");
            case SAVE -> user.waitForMessage("status", "save.status.writing");
            case SAVED -> user.waitUntil("have it saved", () -> user.world().saveCount() == 1);
            case CHECK -> user.waitForMessage("status", "save.status.CHECK.RUNNING");
            case RESUME -> user.waitForMessage("status", "save.status.RESUME.RUNNING");
            case WATCH -> user.waitFor("page-done");
            case SIGN_IN -> throw new IllegalStateException("Ends earlier");
        }
        if (user.world().saveCount() != (killPoint.compareTo(KillPoint.SAVED) < 0 ? 0 : 1)) {
            throw new IllegalStateException("Saved " + user.world().saveCount() + " times");
        }
    }
}
