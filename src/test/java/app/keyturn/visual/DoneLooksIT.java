package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How the last page looks. */
class DoneLooksIT extends LooksTest {
    @Test
    void green() {
        save(Scenario.HEALTHY);
        look("done-waiting");
        me.click("save-reminder");
        assertEquals("kept", me.focused());
        glance("done-reminder");
        clock.leap(TO_THE_NEXT_SYNC);
        me.seeTheSync();
        me.click("save-receipt");
        me.see("open-receipt");
        me.click("old-token-revoked");
        look("done-receipt");
    }

    @Test
    void whereNobodyHearsWhenSyncStops() {
        save(Scenario.EXPIRED_TOKEN);
        me.see("warning-mail-steps");
        glance("done-nobody-hears");
    }

    @Test
    void whereSyncIsLeftAlone() {
        save(Scenario.QUARANTINE_DELETES);
        me.see("sync-left-alone-title");
        glance("done-left-alone");
        me.click("sync-by-hand");
        glance("by-hand-sync");
    }

    @Test
    void whereSyncIsPaused() {
        save(Scenario.PAUSED);
        me.see("sync-paused");
        me.seeMessage("done-title", "done.heading.saved");
        look("done-paused");
    }

    private void save(Scenario story) {
        me.enterPractice(Portal.SCHOOL, story);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndSave();
    }
}
