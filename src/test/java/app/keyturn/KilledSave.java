package app.keyturn;

import app.keyturn.practice.PracticeSettings;
import app.keyturn.practice.Scenario;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A program of its own, to be killed: renews in a practice world that keeps the answer to the save back, and notes it
 * as in earnest. Started again, it says what its first page tells.
 */
final class KilledSave {
    /** Renews, and says {@link #ON_ITS_WAY} when the save has been sent. */
    static final String RENEW = "renew";
    /** Opens the first page in earnest, and says what stands there. */
    static final String LOOK = "look";
    /** The save has been sent, and is not answered yet. */
    static final String ON_ITS_WAY = "on its way";
    /** Nothing is told on the first page. */
    static final String SILENT = "nothing was interrupted";

    private KilledSave() {}

    /**
     * Plays one of the two lives in the working folder.
     *
     * @param arguments which life
     */
    public static void main(String[] arguments) throws Exception {
        Keyturn.keepNoTextForReuse();
        Traveller me = open();
        if (arguments[0].equals(RENEW)) {
            renew(me);
            System.in.read(); // to be killed here, or to end with whoever started it
        } else {
            me.enterEarnest();
            System.out.println(me.isInSight("unfinished-text") ? me.read("unfinished-text") : SILENT);
        }
        System.exit(0);
    }

    private static Traveller open() throws TimeoutException {
        QuickClock clock = new QuickClock();
        PracticeSettings slow = PracticeSettings.forTests(clock).withSlowSave(Duration.ofMinutes(5));
        Stage stage = FxToolkit.registerPrimaryStage();
        Traveller[] me = new Traveller[1];
        FxToolkit.setupFixture(() -> me[0] = new Traveller(stage, Path.of("").toAbsolutePath(), clock, slow, true));
        return me[0];
    }

    private static void renew(Traveller me) throws IOException {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        if (!me.unfinished().interrupted().isEmpty()) {
            throw new IllegalStateException("Noted before anything began");
        }
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        me.waitUntil("send the save", () -> me.world().puts() == 1);
        System.out.println(ON_ITS_WAY);
    }
}
