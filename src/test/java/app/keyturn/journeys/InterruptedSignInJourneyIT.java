package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;

/** A sign-in that lacks something, or ends half-way: the page and the token stay. */
class InterruptedSignInJourneyIT extends JourneyTest {
    @Test
    void aRoleThatWasJustSwitchedOnCountsAfterSigningInAgain() {
        me.enterPractice(Portal.SCHOOL, Scenario.ROLE_SWITCHED_ON);
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.see("problem-code", "ROLE-MISSING");
        me.seeMessage("problem-changed", "changed.NOTHING");
        me.lookBriefly("sign-in-role-missing");
        me.seeMessage("problem-action", "action.SIGN_IN_AGAIN");
        me.click("problem-action");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.seeMessage("present-token", "signin.present.works");
        assertFalse(me.isInSight("problem"));
        me.click("next");
        me.see("token", token);
        me.confirmAndSave();
        assertEquals(1, me.world().puts());
    }

    @Test
    void aSessionThatARuleEndsDuringTheTestIsBegunAnewOnTheSamePageWithTheSameToken() {
        me.enterPractice(Portal.SCHOOL, Scenario.SESSION_ENDED);
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        me.see("problem-code", "SIGNIN-EXPIRED");
        me.seeMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", me.focused());
        assertEquals(0, me.world().puts());
        me.lookBriefly("save-signed-out");
        me.click("problem-action");
        me.see("page-sign-in");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.see("page-save");
        assertFalse(me.isInSight("problem"));
        me.click("test-and-save");
        me.see("page-done");
        assertEquals(token, me.world().storedPairs().get("SecretToken"));
        assertEquals(1, me.world().puts());
    }

    @Test
    void anOrganisationWhoseNameIsHiddenIsShownByItsDomainAndId() {
        me.enterPractice(Portal.SCHOOL, Scenario.NAME_HIDDEN);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        String tenant = me.read("tenant-name");
        assertTrue(tenant.contains("maple.example") && tenant.contains("7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70"), tenant);
        me.lookBriefly("sign-in-name-hidden");
        me.click("next");
        me.confirmAndSave();
        assertEquals(1, me.world().puts());
    }
}
