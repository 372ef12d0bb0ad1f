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

/** Sign-ins that are declined, repeated or cancelled. */
class SignInJourneyIT extends JourneyTest {
    @BeforeEach
    void goToTheSignIn() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToApplePage(Portal.SCHOOL);
        user.click("next");
        user.waitFor("page-sign-in");
    }

    @Test
    void afterDecliningTheUserCanSignInAgain() {
        user.signInAs(Choice.DECLINE);
        user.waitForText("problem-code", "SIGNIN-DECLINED");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", user.focused());
        assertFalse(user.isEnabled("next"));
        user.waitForMessage("problem-action", "action.SIGN_IN_AGAIN");
        user.click("problem-action");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.waitForMessage("present-token", "signin.present.works");
        assertTrue(user.isEnabled("next"));
        assertFalse(user.isInSight("problem"));
    }

    @Test
    void theLinkIsTheOneTheBrowserGotAndCancellingUnblocksThePage() {
        user.click("sign-in");
        URI page = user.nextBrowserPage();
        user.waitForText("sign-in-link", page.toString());
        user.click("copy-link");
        assertEquals(Optional.of(page.toString()), user.desktop().paste());
        user.fill("aadsts-code", "AADSTS50105");
        user.waitForMessage("aadsts-help", "aadsts.50105");
        user.click("open-again");
        assertEquals(page, user.nextBrowserPage());

        user.click("cancel-sign-in");
        user.waitFor("sign-in");
        assertFalse(user.isInSight("sign-in-link"));
        user.waitForMessage("status", "signin.status.cancelled");
        assertFalse(user.isInSight("problem"));
        assertThrows(IOException.class, () -> user.browser().signIn(page, Choice.ADMINISTRATOR),
                "the listener is still open");

        user.signInAs(Choice.ADMINISTRATOR);
        user.waitUntil("be signed in", () -> user.isEnabled("next"));
    }
}
