package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How a problem looks on its page, and the pages beside the others: by hand, and the settings. */
class SidePageLooksIT extends LooksTest {
    @Test
    void aProblemAndTheManualSteps() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSubmit();
        user.waitForText("problem-code", "TOKEN-REJECTED");
        inspect("save-problem");
        user.click("problem-details");
        inspectBriefly("save-problem-copied");
        user.click("by-hand");
        inspect("by-hand");
        user.click("copy-token");
        user.click("by-hand-done");
        inspect("by-hand-done");
        user.click("save-receipt");
        assertEquals("kept", user.focused());
        inspectBriefly("by-hand-kept");
    }

    @Test
    void settings() {
        user.enterRealMode();
        user.click("settings");
        user.waitFor("page-settings");
        inspect("settings");
        user.inspectPopup("settings-clouds", "settings-cloud");
        user.fill("settings-tenant", "it@maple.example");
        user.click("settings-save");
        user.waitFor("settings-message");
        inspectBriefly("settings-refused");
        user.fill("settings-tenant", "maple.example");
        user.click("settings-save");
        inspectBriefly("settings-saved");
    }

    @Test
    void settingsInPractice() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.click("settings");
        user.waitFor("page-settings");
        inspectBriefly("settings-practice");
    }
}
