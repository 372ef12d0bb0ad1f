package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** How the token's page looks, and the one before the save. */
class TokenLooksIT extends LooksTest {
    @Test
    void goodToken() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        inspect("token-kept");
        user.inspectPopup("token-calendar", "expiry");
        user.click("show-token");
        user.click("confirm-expiry");
        inspectBriefly("token-shown");
        user.click("next");
        user.waitFor("page-save");
        inspect("save-before");
    }

    @Test
    void unusableToken() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.desktop().copy("PRACTICE-short");
        user.click("paste-token");
        inspect("token-doubt");
        user.desktop().copy("https://federation.apple.com/feeds/school/scim");
        user.click("paste-token");
        inspectBriefly("token-refused");
        user.fill("token", "");
        inspectBriefly("token-empty");
    }

    @Test
    void dateThatIsNotClear() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.typeDate("expiry", "3/7/27");
        user.press(KeyCode.ENTER);
        inspect("token-date-question");
        user.typeDate("expiry", "in a year");
        user.press(KeyCode.ENTER);
        inspectBriefly("token-date-unreadable");
        user.typeDate("expiry", "1 March 2026");
        user.press(KeyCode.ENTER);
        inspectBriefly("token-date-past");
    }

    @Test
    void consentQuestion() {
        user.enterPractice(Portal.SCHOOL, Scenario.OTHER_PORTAL);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSubmit();
        user.waitFor("question-text");
        inspect("save-question");
        assertFalse(user.isEnabled("test-and-save"), "the answer is what is waited for");
    }
}
