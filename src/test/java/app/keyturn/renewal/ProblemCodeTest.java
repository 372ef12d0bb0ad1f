package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.ProblemCode.Request;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of problems. */
class ProblemCodeTest {
    @Test
    void finishingByHandIsOfferedUnlessNothingFailedOrThereIsNothingToFinish() {
        assertEquals(Set.of("SIGNIN-CANCELLED", "SYNC-NOT-BY-TOKEN"), ids(code -> !code.offersByHand()));
    }

    @Test
    void aProblemWhoseActionIsToFinishByHandOffersIt() {
        assertTrue(Arrays.stream(ProblemCode.values())
                .filter(code -> code.action() == Action.BY_HAND)
                .allMatch(code -> code.offersByHand()));
    }

    @Test
    void onlyAnAppWithoutATokenPointsToTheOtherProviders() {
        assertEquals(Set.of("SYNC-NOT-BY-TOKEN"), ids(ProblemCode::pointsToOtherProviders));
    }

    @Test
    void aColleagueIsAskedWhereAnAdministratorHasToAct() {
        Map<String, Request> requests = new TreeMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            code.request().ifPresent(request -> requests.put(code.id(), request));
        }
        assertEquals(Map.ofEntries(Map.entry("ROLE-MISSING", Request.ROLE),
                Map.entry("SIGNIN-NEEDS-APPROVAL", Request.APPROVAL), Map.entry("SIGNIN-PARTNER", Request.CUSTOMER),
                Map.entry("SIGNIN-BLOCKED", Request.RULE), Map.entry("SIGNIN-CROSS-TENANT", Request.RULE),
                Map.entry("SIGNIN-DEVICE", Request.RULE), Map.entry("SIGNIN-RISK", Request.RULE),
                Map.entry("SIGNIN-NOT-ASSIGNED", Request.RULE), Map.entry("SIGNIN-APP-MISSING", Request.SIGN_IN_APP),
                Map.entry("SIGNIN-APP-OFF", Request.SIGN_IN_APP), Map.entry("SIGNIN-NOT-PUBLIC", Request.SIGN_IN_APP),
                Map.entry("SIGNIN-SINGLE-PAGE", Request.SIGN_IN_APP),
                Map.entry("SIGNIN-NO-REDIRECT", Request.SIGN_IN_APP),
                Map.entry("SIGNIN-APP-REFUSED", Request.SIGN_IN_APP)), requests);
    }

    @Test
    void onlyProblemsFoundAfterASaveSayThatSomethingWasChanged() {
        assertEquals(Set.of("SAVE-UNKNOWN"), ids(code -> code.changed() == ChangeState.NOT_KNOWN));
        assertEquals(
                Set.of("SAVED-TOKEN-REJECTED", "SAVED-TOKEN-NOT-CHECKED", "SAVED-TOKEN-TEST-FAILED",
                        "SAVE-SETTINGS-LOST", "SYNC-TOO-MANY-DELETES", "SYNC-QUARANTINED-OTHERWISE", "SYNC-NEVER-RAN",
                        "SYNC-STATE-UNKNOWN", "SYNC-START-UNKNOWN"),
                ids(code -> code.changed() == ChangeState.SAVED));
    }

    private static Set<String> ids(Predicate<ProblemCode> wanted) {
        return Arrays.stream(ProblemCode.values())
                .filter(wanted)
                .map(ProblemCode::id)
                .collect(Collectors.toSet());
    }
}
