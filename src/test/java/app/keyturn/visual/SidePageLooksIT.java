package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How a problem looks on its page, and the pages beside the others: by hand, and the settings. */
class SidePageLooksIT extends LooksTest {
    @Test
    void aProblemAndTheWayOutByHand() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        me.see("problem-code", "TOKEN-REJECTED");
        look("save-problem");
        me.click("problem-details");
        glance("save-problem-copied");
        me.click("by-hand");
        look("by-hand");
        me.click("copy-token");
        me.click("by-hand-done");
        look("by-hand-done");
        me.click("save-receipt");
        assertEquals("kept", me.focused());
        glance("by-hand-kept");
    }

    @Test
    void settings() {
        me.enterEarnest();
        me.click("settings");
        me.see("page-settings");
        look("settings");
        me.lookAtPopup("settings-clouds", "settings-cloud");
        me.fill("settings-tenant", "it@maple.example");
        me.click("settings-save");
        me.see("settings-message");
        glance("settings-refused");
        me.fill("settings-tenant", "maple.example");
        me.click("settings-save");
        glance("settings-saved");
    }

    @Test
    void settingsInPractice() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("settings");
        me.see("page-settings");
        glance("settings-practice");
    }
}
