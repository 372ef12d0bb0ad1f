package app.keyturn.visual;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** How the page about Apple's part looks. */
class AppleLooksIT extends LooksTest {
    @Test
    void inRealMode() {
        user.enterRealMode();
        user.goToApplePage(Portal.SCHOOL);
        inspect("apple-real");
        user.expand("other-screen");
        inspect("apple-real-other-screens");
        user.expand("other-screen");
        user.expand("have-token-part");
        inspectBriefly("apple-real-have-token");
        user.expand("have-token-part");
        user.expand("colleague-part");
        inspectBriefly("apple-real-colleague");
        user.expand("colleague-part");
        user.click("open-portal");
        inspectBriefly("apple-real-opened");
    }

    @Test
    void copiedTokens() {
        user.enterRealMode();
        user.goToApplePage(Portal.BUSINESS);
        inspectBriefly("apple-real-business");
        user.desktop().copy("https://example.com");
        user.click("keep-token");
        inspectBriefly("apple-real-refused");
        user.desktop().copy("short");
        user.click("keep-token");
        inspectBriefly("apple-real-doubt");
        user.desktop().copy("0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh");
        user.click("keep-token");
        inspectBriefly("apple-real-kept");
    }

    @Test
    void inPractice() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToApplePage(Portal.SCHOOL);
        inspectBriefly("apple-practice");
        user.generateAndKeepToken();
        inspectBriefly("apple-practice-kept");
    }

    @Test
    void afterTheCheck() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.click("portal-school");
        user.click("only-check");
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitUntil("go on", () -> user.isEnabled("next"));
        inspectBriefly("sign-in-checked");
        user.click("next");
        user.waitFor("page-apple");
        inspect("apple-checked");
        user.generateAndKeepToken();
        inspectBriefly("apple-checked-kept");
        user.click("back");
        user.click("back");
        inspectBriefly("start-checked");
    }
}
