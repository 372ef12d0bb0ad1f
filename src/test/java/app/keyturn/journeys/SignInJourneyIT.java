package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sign-in that does not go straight. */
class SignInJourneyIT extends JourneyTest {
    @BeforeEach
    void goToTheSignIn() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        me.click("next");
        me.see("page-sign-in");
    }

    @Test
    void whoDeclinesIsToldAndCanSignInAgain() {
        me.signInAs(Choice.DECLINE);
        me.see("problem-code", "SIGNIN-DECLINED");
        me.seeMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", me.focused());
        assertFalse(me.isEnabled("next"));
        me.seeMessage("problem-action", "action.SIGN_IN_AGAIN");
        me.click("problem-action");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.seeMessage("present-token", "signin.present.works");
        assertTrue(me.isEnabled("next"));
        assertFalse(me.isInSight("problem"));
    }

    @Test
    void theLinkIsWhatTheBrowserGotAndCancellingFreesThePage() {
        me.click("sign-in");
        URI page = me.nextPage();
        me.see("sign-in-link", page.toString());
        me.click("copy-link");
        assertEquals(Optional.of(page.toString()), me.desktop().paste());
        me.fill("aadsts-code", "AADSTS50105");
        me.seeMessage("aadsts-help", "aadsts.50105");
        me.click("open-again");
        assertEquals(page, me.nextPage());

        me.click("cancel-sign-in");
        me.see("sign-in");
        assertFalse(me.isInSight("sign-in-link"));
        me.seeMessage("status", "signin.status.cancelled");
        assertFalse(me.isInSight("problem"));
        assertThrows(IOException.class, () -> me.browser().signIn(page, Choice.ADMINISTRATOR), "somebody still waits");

        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("be signed in", () -> me.isEnabled("next"));
    }
}
