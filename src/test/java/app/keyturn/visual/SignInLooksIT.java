package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** How the sign-in looks; more of its states are in {@code SignInPageIT}. */
class SignInLooksIT extends LooksTest {
    @Test
    void inEarnest() {
        me.enterEarnest();
        me.begin(Portal.SCHOOL);
        me.desktop().copy("0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh");
        me.click("keep-token");
        me.click("next");
        me.see("page-sign-in");
        look("sign-in-earnest");
        me.click("other-tenant");
        glance("sign-in-earnest-other-organisation");
        me.click("sign-in");
        me.nextPage();
        me.fill("aadsts-code", "50105");
        glance("sign-in-earnest-browser-code");
    }

    @Test
    void inPractice() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.beginAndKeepAToken(Portal.SCHOOL);
        glance("sign-in-practice");
        me.click("sign-in");
        look("sign-in-practice-browser");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        look("sign-in-practice-known");
    }

    @Test
    void mayNot() {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.USER_WITHOUT_ROLE);
        me.see("problem-code", "ROLE-MISSING");
        look("sign-in-may-not");
    }

    @Test
    void whereNoAppIsFound() {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_APP);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.see("problem-code", "APP-NOT-FOUND");
        Bounds field = place("find-app");
        Bounds footer = place("back");
        assertTrue(field.getMaxY() < footer.getMinY(), "the field is in sight without scrolling");
        glance("sign-in-no-app");
    }

    private Bounds place(String id) {
        return me.onWindow(() -> {
            Node node = me.found(id);
            return node.localToScene(node.getLayoutBounds());
        });
    }
}
