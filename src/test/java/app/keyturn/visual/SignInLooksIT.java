package app.keyturn.visual;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** How the sign-in looks; more of its states are in {@code SignInPageIT}. */
class SignInLooksIT extends LooksTest {
    @Test
    void inRealMode() {
        user.enterRealMode();
        user.goToApplePage(Portal.SCHOOL);
        user.desktop().copy("0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh");
        user.click("keep-token");
        user.click("next");
        user.waitFor("page-sign-in");
        inspect("sign-in-real");
        user.click("other-tenant");
        inspectBriefly("sign-in-real-other-organisation");
        user.click("sign-in");
        user.nextBrowserPage();
        user.fill("aadsts-code", "50105");
        inspectBriefly("sign-in-real-browser-code");
    }

    @Test
    void inPractice() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        inspectBriefly("sign-in-practice");
        user.click("sign-in");
        inspect("sign-in-practice-browser");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.waitUntil("go on", () -> user.isEnabled("next"));
        inspect("sign-in-practice-known");
    }

    @Test
    void withoutPermission() {
        user.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.USER_WITHOUT_ROLE);
        user.waitForText("problem-code", "ROLE-MISSING");
        inspect("sign-in-may-not");
    }

    @Test
    void noAppFound() {
        user.enterPractice(Portal.SCHOOL, Scenario.NO_APP);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitForText("problem-code", "APP-NOT-FOUND");
        try {
            user.waitUntil("see the field without scrolling", this::isFieldAboveFooter);
        } catch (AssertionError e) {
            throw new AssertionError("field " + bounds("find-app") + ", footer " + bounds("back"), e);
        }
        inspectBriefly("sign-in-no-app");
    }

    private boolean isFieldAboveFooter() {
        user.finishPendingWork();
        return bounds("find-app").getMaxY() < bounds("back").getMinY();
    }

    private Bounds bounds(String id) {
        return user.onWindow(() -> {
            Node node = user.node(id);
            return node.localToScene(node.getLayoutBounds());
        });
    }
}
