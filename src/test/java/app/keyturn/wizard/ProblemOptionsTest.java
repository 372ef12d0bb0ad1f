package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.AllProblems;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The options beside the action of every problem. */
class ProblemOptionsTest {
    @Test
    void onlyWhereNothingFailedOrNothingIsToBeFinishedIsItNotOfferedToFinishByHand() {
        Set<String> without = AllProblems.all()
                .filter(problem -> !ProblemOptions.of(problem).byHand())
                .map(Problem::code)
                .collect(Collectors.toSet());
        assertEquals(Set.of("SIGNIN-CANCELLED", "SYNC-NOT-BY-TOKEN"), without);
    }

    @Test
    void aProblemWhoseActionIsToFinishByHandOffersIt() {
        assertTrue(AllProblems.all()
                .filter(problem -> problem.action() == Action.BY_HAND)
                .allMatch(problem -> ProblemOptions.of(problem).byHand()));
    }

    @Test
    void aRequestIsOfferedWhereAnAdministratorMustAct() {
        Map<String, ColleagueRequest.Reason> asked = new TreeMap<>();
        AllProblems.all()
                .forEach(problem -> ProblemOptions.of(problem)
                        .request()
                        .ifPresent(reason -> asked.put(problem.code(), reason)));
        assertEquals(Map.of("ROLE-MISSING", ColleagueRequest.Reason.ROLE, "SIGNIN-NEEDS-APPROVAL",
                ColleagueRequest.Reason.APPROVAL, "SIGNIN-BLOCKED", ColleagueRequest.Reason.RULE,
                "SIGNIN-NOT-ASSIGNED", ColleagueRequest.Reason.RULE, "SIGNIN-APP-MISSING",
                ColleagueRequest.Reason.SIGN_IN_APP, "SIGNIN-NOT-PUBLIC", ColleagueRequest.Reason.SIGN_IN_APP,
                "SIGNIN-NO-REDIRECT", ColleagueRequest.Reason.SIGN_IN_APP, "SIGNIN-APP-REFUSED",
                ColleagueRequest.Reason.SIGN_IN_APP), asked);
    }
}
