package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever state a link is in, it is named before a token is made at Apple, and the renewal does what it said. */
class ConnectionStateJourneyIT extends JourneyTest {
    /** Links without a token to renew: said at once, with nothing made at Apple. */
    @ParameterizedTest
    @CsvSource({"NO_JOB, SYNC-NOT-SET-UP", "OIDC, SYNC-NOT-BY-TOKEN", "OAUTH, SYNC-NOT-BY-TOKEN"})
    void whereThereIsNothingToRenewTheCheckSaysSoBeforeATokenIsMade(Scenario story, String problem) {
        me.enterPractice(Portal.SCHOOL, story);
        check();
        me.see("problem-code", problem);
        me.seeMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", me.focused());
        assertFalse(me.isEnabled("next"));
        me.lookBriefly("sign-in-" + story.id());
        assertEquals(0, me.world().puts());
        if (me.isInSight("no-token")) {
            me.click("no-token");
            me.see("page-elsewhere-oidc");
            me.click("back");
            me.see("problem-code", problem);
        }
        assertEquals(problem.equals("SYNC-NOT-BY-TOKEN"), me.isInSight("no-token"));
    }

    /** Sync that Keyturn leaves alone: the token is renewed, and what stands in the way is explained. */
    @ParameterizedTest
    @CsvSource({"NEVER_RAN, sync.NOT_RUN, SYNC-NEVER-RAN",
            "QUARANTINE_DELETES, sync.QUARANTINE.TOO_MANY_DELETES, SYNC-TOO-MANY-DELETES",
            "QUARANTINE_FAILURES, sync.QUARANTINE.MANY_FAILURES, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_BY_MICROSOFT, sync.QUARANTINE.BY_MICROSOFT, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_INTAKE, sync.QUARANTINE.INTAKE_INTERRUPTED, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_OTHER, sync.QUARANTINE.OTHER, SYNC-QUARANTINED-OTHERWISE",
            "QUARANTINE_UNKNOWN, sync.QUARANTINE.UNKNOWN, SYNC-QUARANTINED-OTHERWISE",
            "UNKNOWN_STATUS, sync.UNKNOWN, SYNC-STATE-UNKNOWN"})
    void aSyncThatStandsForAnotherReasonIsNamedAndNeverStarted(Scenario story, String state, String problem) {
        me.enterPractice(Portal.SCHOOL, story);
        checkAndSee(story, state, "signin.present.works");
        renew();
        me.seeMessage("sync-left-alone-title", "problem." + problem + ".title");
        me.lookBriefly("done-" + story.id());
        assertFalse(me.isInSight("switch-on"));
        assertEquals(0, me.world().starts());
        assertEquals(1, me.world().puts());
    }

    /** A sync that somebody, or Microsoft, switched off: started only when the person says so. */
    @ParameterizedTest
    @CsvSource({"PAUSED, sync.PAUSED, signin.present.works",
            "SWITCHED_OFF, sync.QUARANTINE.BAD_CREDENTIALS, signin.present.rejected"})
    void aSyncThatIsSwitchedOffIsStartedOnlyOnceAPersonHasAgreed(Scenario story, String state, String present) {
        me.enterPractice(Portal.SCHOOL, story);
        checkAndSee(story, state, present);
        renew();
        me.see("sync-paused");
        me.lookBriefly("done-" + story.id());
        assertEquals(0, me.world().starts());
        me.click("switch-on");
        me.seeTheSync();
        assertEquals(1, me.world().starts());
        assertEquals(1, me.world().puts());
    }

    /** Several jobs: all are shown, the enabled one is tested against. */
    @ParameterizedTest
    @CsvSource("SEVERAL_JOBS")
    void ofSeveralJobsAllAreShown(Scenario story) {
        me.enterPractice(Portal.SCHOOL, story);
        checkAndSee(story, "sync.ACTIVE", "signin.present.works");
        me.see("jobs");
        renew();
        me.seeTheSync();
        assertEquals(0, me.world().starts());
        assertEquals(1, me.world().puts());
    }

    private void check() {
        me.click("portal-school");
        me.click("only-check");
        me.signInAs(Choice.ADMINISTRATOR);
    }

    private void checkAndSee(Scenario story, String state, String present) {
        check();
        me.waitUntil("go on", () -> me.isEnabled("next"));
        me.lookBriefly("sign-in-" + story.id());
        String words = me.message(state);
        assertTrue(me.read("sync-state").startsWith(words), me.read("sync-state"));
        me.see("sync-meaning");
        me.seeMessage("present-token", present);
        assertEquals(0, me.world().puts());
    }

    /** From the check to green. */
    private void renew() {
        me.click("next");
        me.see("page-apple");
        me.generateAndKeep();
        me.click("next");
        me.see("page-token");
        me.confirmAndSave();
    }
}
