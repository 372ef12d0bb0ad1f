package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of a connection is named before a token is generated at Apple, and the renewal does what was announced.
 */
class ConnectionStateJourneyIT extends JourneyTest {
    /** Connections without a token to renew: said at once, before anything is generated at Apple. */
    @ParameterizedTest
    @CsvSource({"NO_JOB, SYNC-NOT-SET-UP", "OIDC, SYNC-NOT-BY-TOKEN", "OAUTH, SYNC-NOT-BY-TOKEN"})
    void ifThereIsNothingToRenewTheCheckSaysSoBeforeATokenIsGenerated(Scenario scenario, String problem) {
        user.enterPractice(Portal.SCHOOL, scenario);
        check();
        user.waitForText("problem-code", problem);
        user.waitForMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", user.focused());
        assertFalse(user.isEnabled("next"));
        user.inspectBriefly("sign-in-" + scenario.id());
        assertEquals(0, user.world().saveCount());
        if (user.isInSight("no-token")) {
            user.click("no-token");
            user.waitFor("page-elsewhere-oidc");
            user.click("back");
            user.waitForText("problem-code", problem);
        }
        assertEquals(problem.equals("SYNC-NOT-BY-TOKEN"), user.isInSight("no-token"));
    }

    /** A sync that Keyturn leaves alone: the token is renewed and the obstacle explained. */
    @ParameterizedTest
    @CsvSource({"NEVER_RAN, sync.NOT_RUN, SYNC-NEVER-RAN",
            "QUARANTINE_DELETES, sync.QUARANTINE.TOO_MANY_DELETES, SYNC-TOO-MANY-DELETES",
            "QUARANTINE_FAILURES, sync.QUARANTINE.MANY_FAILURES, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_BY_MICROSOFT, sync.QUARANTINE.BY_MICROSOFT, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_INTAKE, sync.QUARANTINE.INTAKE_INTERRUPTED, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_OTHER, sync.QUARANTINE.OTHER, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_UNKNOWN, sync.QUARANTINE.UNKNOWN, SYNC-QUARANTINED-OTHERWISE",
            "UNKNOWN_STATUS, sync.UNKNOWN, SYNC-STATE-UNKNOWN"})
    void aSyncStoppedForAnotherReasonIsExplainedAndNeverStarted(Scenario scenario, String state, String problem) {
        user.enterPractice(Portal.SCHOOL, scenario);
        checkAndExpect(scenario, state, "signin.present.works");
        renew();
        user.waitForMessage("sync-left-alone-title", "problem." + problem + ".title");
        user.inspectBriefly("done-" + scenario.id());
        assertFalse(user.isInSight("switch-on"));
        assertEquals(0, user.world().startCount());
        assertEquals(1, user.world().saveCount());
    }

    /** A sync that was switched off, by hand or by Microsoft: started only after consent. */
    @ParameterizedTest
    @CsvSource({"PAUSED, sync.PAUSED, signin.present.works",
            "SWITCHED_OFF, sync.QUARANTINE.BAD_CREDENTIALS, signin.present.rejected"})
    void aSyncThatIsSwitchedOffIsStartedOnlyAfterConsent(Scenario scenario, String state, String present) {
        user.enterPractice(Portal.SCHOOL, scenario);
        checkAndExpect(scenario, state, present);
        renew();
        user.waitFor("sync-paused");
        user.inspectBriefly("done-" + scenario.id());
        assertEquals(0, user.world().startCount());
        user.click("switch-on");
        user.waitForSync();
        assertEquals(1, user.world().startCount());
        assertEquals(1, user.world().saveCount());
    }

    /** Several jobs: all are shown, the enabled one is tested against. */
    @ParameterizedTest
    @CsvSource("SEVERAL_JOBS")
    void allOfSeveralJobsAreShown(Scenario scenario) {
        user.enterPractice(Portal.SCHOOL, scenario);
        checkAndExpect(scenario, "sync.ACTIVE", "signin.present.works");
        user.waitFor("jobs");
        renew();
        user.waitForSync();
        assertEquals(0, user.world().startCount());
        assertEquals(1, user.world().saveCount());
    }

    private void check() {
        user.click("portal-school");
        user.click("only-check");
        user.signInAs(Choice.ADMINISTRATOR);
    }

    private void checkAndExpect(Scenario scenario, String state, String present) {
        check();
        user.waitUntil("go on", () -> user.isEnabled("next"));
        user.inspectBriefly("sign-in-" + scenario.id());
        String words = user.message(state);
        assertTrue(user.read("sync-state").startsWith(words), user.read("sync-state"));
        user.waitFor("sync-meaning");
        user.waitForMessage("present-token", present);
        assertEquals(0, user.world().saveCount());
    }

    /** From the check to the done page. */
    private void renew() {
        user.click("next");
        user.waitFor("page-apple");
        user.generateAndKeepToken();
        user.click("next");
        user.waitFor("page-token");
        user.confirmAndSave();
    }
}
