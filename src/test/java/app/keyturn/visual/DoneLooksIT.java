package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How the last page looks. */
class DoneLooksIT extends LooksTest {
    @Test
    void success() {
        save(Scenario.HEALTHY);
        inspect("done-waiting");
        user.click("save-reminder");
        assertEquals("kept", user.focused());
        user.expand("calendars");
        inspect("done-reminder");
        user.expand("calendars");
        clock.advance(TO_THE_NEXT_SYNC);
        user.waitForSync();
        user.click("save-receipt");
        user.waitFor("open-receipt");
        user.click("old-token-revoked");
        inspect("done-receipt");
    }

    @Test
    void withoutNotificationEmail() {
        save(Scenario.EXPIRED_TOKEN);
        user.waitFor("warning-mail-steps");
        inspectBriefly("done-no-notification");
    }

    @Test
    void syncLeftAlone() {
        save(Scenario.QUARANTINE_DELETES);
        user.waitFor("sync-left-alone-title");
        inspectBriefly("done-left-alone");
        user.click("sync-by-hand");
        inspectBriefly("by-hand-sync");
    }

    @Test
    void syncPaused() {
        save(Scenario.PAUSED);
        user.waitFor("sync-paused");
        user.waitForMessage("done-title", "done.heading.saved");
        inspect("done-paused");
    }

    private void save(Scenario story) {
        user.enterPractice(Portal.SCHOOL, story);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
    }
}
