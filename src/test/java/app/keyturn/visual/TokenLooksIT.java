package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How the token's page looks, and the one before the save. */
class TokenLooksIT extends LooksTest {
    @Test
    void theToken() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        look("token-kept");
        me.lookAtPopup("token-calendar", "expiry");
        me.click("show-token");
        me.click("confirm-expiry");
        glance("token-shown");
        me.click("next");
        me.see("page-save");
        look("save-before");
    }

    @Test
    void aTokenThatIsNone() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.desktop().copy("PRACTICE-short");
        me.click("paste-token");
        look("token-doubt");
        me.desktop().copy("https://federation.apple.com/feeds/school/scim");
        me.click("paste-token");
        glance("token-refused");
        me.fill("token", "");
        glance("token-empty");
    }

    @Test
    void whereThereIsAQuestion() {
        me.enterPractice(Portal.SCHOOL, Scenario.OTHER_PORTAL);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        me.see("question-text");
        look("save-question");
        assertFalse(me.isEnabled("test-and-save"), "the answer is what is waited for");
    }
}
