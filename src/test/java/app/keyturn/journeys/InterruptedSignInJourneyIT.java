package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** A sign-in without a role, or ended midway: page and token stay. */
class InterruptedSignInJourneyIT extends JourneyTest {
    @Test
    void aRoleJustActivatedAppliesAfterSigningInAgain() {
        user.enterPractice(Portal.SCHOOL, Scenario.ROLE_SWITCHED_ON);
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitForText("problem-code", "ROLE-MISSING");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        user.inspectBriefly("sign-in-role-missing");
        user.waitForMessage("problem-action", "action.SIGN_IN_AGAIN");
        user.click("problem-action");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.waitForMessage("present-token", "signin.present.works");
        assertFalse(user.isInSight("problem"));
        user.click("next");
        user.waitForText("token", token);
        user.confirmAndSave();
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void aSessionEndedByPolicyDuringTheTestIsRenewedOnTheSamePageWithTheSameToken() {
        user.enterPractice(Portal.SCHOOL, Scenario.SESSION_ENDED);
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSubmit();
        user.waitForText("problem-code", "SIGNIN-EXPIRED");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", user.focused());
        assertEquals(0, user.world().saveCount());
        user.inspectBriefly("save-signed-out");
        user.click("problem-action");
        user.waitFor("page-sign-in");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.waitFor("page-save");
        assertFalse(user.isInSight("problem"));
        user.click("test-and-save");
        user.waitFor("page-done");
        assertEquals(token, user.world().storedPairs().get("SecretToken"));
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void anOrganisationWithAHiddenNameIsShownByDomainAndId() {
        user.enterPractice(Portal.SCHOOL, Scenario.NAME_HIDDEN);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitUntil("go on", () -> user.isEnabled("next"));
        String tenant = user.read("tenant-name");
        assertTrue(tenant.contains("maple.example") && tenant.contains("7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70"), tenant);
        user.inspectBriefly("sign-in-name-hidden");
        user.click("next");
        user.confirmAndSave();
        assertEquals(1, user.world().saveCount());
    }
}
