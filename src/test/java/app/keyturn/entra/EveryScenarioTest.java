package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.WireRenewal;
import app.keyturn.testkit.WireRenewal.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each scenario of practice mode, renewed over HTTP: how it ends by itself, and how for a user who follows. */
class EveryScenarioTest {
    private static final String GREEN = "renewed, runs, synced, 1 PUT, 0 start";

    /**
     * How a scenario ends.
     *
     * @param alone without anything done by the user
     * @param followed if the user does what the program offers
     */
    private record Ends(String alone, String followed) {}

    private static Ends alone(String end) {
        return new Ends(end, end);
    }

    private static Ends withUser(String alone, String followed) {
        return new Ends(alone, followed);
    }

    private static Ends expected(Scenario scenario) {
        return switch (scenario) {
            case HEALTHY, NAME_HIDDEN, RENAMED_APP, SEVERAL_APPS, ADDRESS_WITH_FLAGS, SEVERAL_JOBS, MANY_APPS,
                    REFUSED_AT_FIRST, BATCH_FAILS, EMPTY_SETTING, SETTING_REWRITTEN, FIRST_CYCLE_RUNNING ->
                alone(GREEN);
            case WRONG_TOKEN ->
                withUser("TOKEN-REJECTED NOTHING, 0 PUT, 0 start",
                        "TOKEN-REJECTED NOTHING: BACK_TO_TOKEN; " + GREEN);
            case EXPIRED_TOKEN, CHECK_UNWELL ->
                alone("renewed, started, synced, 1 PUT, 1 start");
            case NO_PERMISSION, ROLE_SWITCHED_ON, ROLE_LATER ->
                withUser("ROLE-MISSING NOTHING, 0 PUT, 0 start",
                        "ROLE-MISSING NOTHING: SIGN_IN_AGAIN; " + GREEN);
            case SESSION_ENDED ->
                withUser("SIGNIN-EXPIRED NOTHING, 0 PUT, 0 start",
                        "SIGNIN-EXPIRED NOTHING: SIGN_IN_AGAIN; " + GREEN);
            case NO_APP ->
                withUser("APP-NOT-FOUND NOTHING, 0 PUT, 0 start",
                        "searches all apps; APP-NOT-FOUND NOTHING, 0 PUT, 0 start");
            case NAMELESS_APP ->
                withUser("APP-NOT-FOUND NOTHING, 0 PUT, 0 start",
                        "searches all apps; " + GREEN);
            case SEARCH_UNFINISHED ->
                withUser("APP-NOT-FOUND NOTHING, 0 PUT, 0 start",
                        "searches all apps; searches on; " + GREEN);
            case OTHER_PORTAL, NO_ADDRESS ->
                withUser("asked about Address; asked, 0 PUT, 0 start",
                        "agrees to Address; " + GREEN);
            case NO_JOB ->
                alone("SYNC-NOT-SET-UP NOTHING, 0 PUT, 0 start");
            case OIDC, OAUTH ->
                alone("SYNC-NOT-BY-TOKEN NOTHING, 0 PUT, 0 start");
            case PAUSED, SWITCHED_OFF ->
                withUser("asked about start; renewed, asks to start, 1 PUT, 0 start",
                        "agrees to start; renewed, started, synced, 1 PUT, 1 start");
            case NEVER_RAN, NEVER_STARTED ->
                alone("renewed, left alone: SYNC-NEVER-RAN SAVED, 1 PUT, 0 start");
            case QUARANTINE_DELETES ->
                alone("renewed, left alone: SYNC-TOO-MANY-DELETES SAVED, 1 PUT, 0 start");
            case QUARANTINE_FAILURES, QUARANTINE_BY_MICROSOFT, QUARANTINE_INTAKE, QUARANTINE_OTHER,
                    QUARANTINE_UNKNOWN, QUARANTINE_WITHOUT_ERROR, ERRORS_TO_CLEAN_UP ->
                alone("renewed, left alone: SYNC-QUARANTINED-OTHERWISE SAVED, 1 PUT, 0 start");
            case UNKNOWN_STATUS ->
                alone("renewed, left alone: SYNC-STATE-UNKNOWN SAVED, 1 PUT, 0 start");
            case APPROVAL_NEEDED, PARTNER_ACCOUNT, DEVICE_REFUSED ->
                withUser("SIGNIN-CANCELLED NOTHING, 0 PUT, 0 start",
                        "SIGNIN-CANCELLED NOTHING: SIGN_IN_AGAIN; " + GREEN);
            case NEIGHBOUR_UNREADABLE ->
                alone("unread Apple Classroom tools; " + GREEN);
            case SERVICE_UNWELL ->
                alone("renewed, runs, synced, 3 PUT, 0 start");
            case OLD_TOKEN_UNTESTED ->
                alone("old token not tested; " + GREEN);
            case STALE_TOKEN ->
                alone("waits for effect; renewed, started, synced, 1 PUT, 1 start");
            case LEFTOVER_OAUTH ->
                withUser("asked about HiddenKeys; asked, 0 PUT, 0 start",
                        "agrees to HiddenKeys; " + GREEN);
            case SETTING_NOT_UNDERSTOOD ->
                alone("tested without settings; SETTING-NOT-UNDERSTOOD NOT_KNOWN, 2 PUT, 0 start");
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyScenarioEndsByItselfAsTheTableSays(Scenario scenario) throws Exception {
        assertEquals(expected(scenario).alone(), end(scenario, User.DOES_NOTHING));
    }

    @ParameterizedTest
    @EnumSource
    void everyScenarioEndsForAUserWhoFollowsAsTheTableSays(Scenario scenario) throws Exception {
        assertEquals(expected(scenario).followed(), end(scenario, User.FOLLOWS));
    }

    @Test
    void aHealthyRenewalTakesAtMostTenCallsToGreen() throws Exception {
        try (WireRenewal renewal = WireRenewal.in(Scenario.HEALTHY, User.DOES_NOTHING, settings -> settings)) {
            renewal.run();
            assertTrue(renewal.callsToGreen() <= 10, renewal.practice.calls::toString);
        }
    }

    private static String end(Scenario scenario, User user) throws Exception {
        try (WireRenewal renewal = WireRenewal.in(scenario, user, settings -> settings.withOtherApps(12))) {
            if (scenario == Scenario.NO_PERMISSION) {
                renewal.signInWithoutRoleFirst();
            }
            return renewal.run();
        }
    }
}
