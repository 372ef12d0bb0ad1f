package app.keyturn.visual;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How the page about Apple's part looks. */
class AppleLooksIT extends LooksTest {
    @Test
    void inEarnest() {
        me.enterEarnest();
        me.begin(Portal.SCHOOL);
        look("apple-earnest");
        me.unfold("other-screen");
        look("apple-earnest-other-screens");
        me.unfold("other-screen");
        me.unfold("have-token-part");
        glance("apple-earnest-have-token");
        me.unfold("have-token-part");
        me.unfold("colleague-part");
        glance("apple-earnest-colleague");
        me.unfold("colleague-part");
        me.click("open-portal");
        glance("apple-earnest-opened");
    }

    @Test
    void whatIsCopied() {
        me.enterEarnest();
        me.begin(Portal.BUSINESS);
        glance("apple-earnest-business");
        me.desktop().copy("https://example.com");
        me.click("keep-token");
        glance("apple-earnest-refused");
        me.desktop().copy("short");
        me.click("keep-token");
        glance("apple-earnest-doubt");
        me.desktop().copy("0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh");
        me.click("keep-token");
        glance("apple-earnest-kept");
    }

    @Test
    void inPractice() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        glance("apple-practice");
        me.generateAndKeep();
        glance("apple-practice-kept");
    }

    @Test
    void afterTheCheck() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("portal-school");
        me.click("only-check");
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        glance("sign-in-checked");
        me.click("next");
        me.see("page-apple");
        look("apple-checked");
        me.generateAndKeep();
        glance("apple-checked-kept");
        me.click("back");
        me.click("back");
        glance("start-checked");
    }
}
