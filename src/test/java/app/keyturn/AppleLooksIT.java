package app.keyturn;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.Scenario;
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
        look("apple-earnest-have-token");
        me.unfold("have-token-part");
        me.unfold("colleague-part");
        look("apple-earnest-colleague");
        me.unfold("colleague-part");
        me.click("open-portal");
        look("apple-earnest-opened");
    }

    @Test
    void whatIsCopied() {
        me.enterEarnest();
        me.begin(Portal.BUSINESS);
        look("apple-earnest-business");
        me.desktop().copy("https://example.com");
        me.click("keep-token");
        look("apple-earnest-refused");
        me.desktop().copy("short");
        me.click("keep-token");
        look("apple-earnest-doubt");
        me.desktop().copy("0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh");
        me.click("keep-token");
        look("apple-earnest-kept");
    }

    @Test
    void inPractice() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        look("apple-practice");
        me.generateAndKeep();
        look("apple-practice-kept");
    }

    @Test
    void afterTheCheck() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("portal-school");
        me.click("only-check");
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        look("sign-in-checked");
        me.click("next");
        me.see("page-apple");
        look("apple-checked");
        me.generateAndKeep();
        look("apple-checked-kept");
        me.click("back");
        me.click("back");
        look("start-checked");
    }
}
