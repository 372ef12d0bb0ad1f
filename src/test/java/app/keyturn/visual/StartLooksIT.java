package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.testkit.AllProblems;
import app.keyturn.testkit.ExpiryEntries;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the first page looks. */
class StartLooksIT extends LooksTest {
    @Test
    void inRealMode() throws IOException {
        user.enterRealMode();
        inspectBriefly("start-real-empty");
        user.inspectPopup("start-languages", "language");
        user.click("only-check");
        inspectBriefly("start-real-choose-first");
        LocalDate today = LocalDate.now(clock);
        note("Maple Street School", Portal.SCHOOL, "1111", today.plusDays(23));
        note("Oak Company", Portal.BUSINESS, "2222", today.plusYears(1));
        user.enterRealMode();
        user.click("portal-school");
        inspect("start-real-known");
        note("The Association of Primary Schools of the River Valley", Portal.SCHOOL, "3333", today.minusDays(4));
        for (int more = 4; more < 9; more++) {
            note("School " + more, Portal.SCHOOL, "4444" + more, today.plusYears(1).plusDays(more));
        }
        user.enterRealMode();
        inspectBriefly("start-real-known-many");
        user.fill("known-search", "valley");
        user.click("known-forget");
        assertEquals("known-keep", user.focused());
        inspectBriefly("start-real-known-forget");
        user.click("known-keep");
        user.expand("oidc-part");
        inspect("start-real-concerns-me");
    }

    @Test
    void newerVersion() {
        user.network().offerVersion("12.10.2");
        user.firstPageDrawn();
        user.enterRealMode();
        user.waitFor("newer-version-open");
        inspectBriefly("start-newer");
    }

    @Test
    void inPractice() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        inspect("start-practice");
        user.inspectPopup("start-practice-stories", "practice-scenario");
    }

    @Test
    void networkProblems() {
        Optional<Problem> nothing = Optional.empty();
        Optional<Problem> noName = fault(ProblemCode.NET_NO_NAME);
        Optional<Problem> asks = fault(ProblemCode.NET_PROXY_PASSWORD);
        Optional<Problem> inspected = Optional.of(AllProblems.of(ProblemCode.NET_INSPECTED)
                .withIssuer(Optional.of("Maple Street School web filter 2026")));
        Optional<Problem> clock = Optional.of(
                Problem.clockWrong(Duration.ofHours(2), ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)));
        network("no-name", noName, noName);
        network("clock", clock, clock);
        network("two", inspected, noName);
        network("strange", nothing, fault(ProblemCode.NET_STRANGE_ANSWER));
        network("proxy", asks, asks);
        user.network().hold();
        user.network().set(new Connectivity.Reachable());
        user.click("network-again");
        inspectBriefly("start-network-looking");
        user.network().release();
        user.waitForMessage("network-title", "start.network.open");
        inspectBriefly("start-network-open");
    }

    private void network(String name, Optional<Problem> signIn, Optional<Problem> graph) {
        user.network().set(new Connectivity.Unreachable(signIn, graph));
        user.enterRealMode();
        user.waitFor("network-title");
        inspectBriefly("start-network-" + name);
    }

    private static Optional<Problem> fault(ProblemCode reason) {
        return Optional.of(new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)));
    }

    private void note(String name, Portal portal, String tenantId, LocalDate expires) throws IOException {
        user.book()
                .restore(ExpiryEntries.of(portal, name, tenantId, Expiry.confirmed(expires)));
    }
}
