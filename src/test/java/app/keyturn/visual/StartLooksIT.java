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
    void inEarnest() throws IOException {
        me.enterEarnest();
        glance("start-earnest-empty");
        me.lookAtPopup("start-languages", "language");
        me.click("only-check");
        glance("start-earnest-choose-first");
        LocalDate today = LocalDate.now(clock);
        note("Maple Street School", Portal.SCHOOL, "1111", today.plusDays(23));
        note("Oak Company", Portal.BUSINESS, "2222", today.plusYears(1));
        me.enterEarnest();
        me.click("portal-school");
        look("start-earnest-known");
        note("The Association of Primary Schools of the River Valley", Portal.SCHOOL, "3333", today.minusDays(4));
        for (int more = 4; more < 9; more++) {
            note("School " + more, Portal.SCHOOL, "4444" + more, today.plusYears(1).plusDays(more));
        }
        me.enterEarnest();
        glance("start-earnest-known-many");
        me.fill("known-search", "valley");
        me.click("known-forget");
        assertEquals("known-keep", me.focused());
        glance("start-earnest-known-forget");
        me.click("known-keep");
        me.unfold("oidc-part");
        look("start-earnest-concerns-me");
    }

    @Test
    void whereThereIsANewerVersion() {
        me.newest("12.10.2");
        me.theFirstPageIsDrawn();
        me.enterEarnest();
        me.see("newer-version-open");
        glance("start-newer");
    }

    @Test
    void inPractice() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        look("start-practice");
        me.lookAtPopup("start-practice-stories", "practice-scenario");
    }

    @Test
    void whereTheNetworkIsInTheWay() {
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
        me.holdTheNetwork();
        me.network(new Connectivity.Open());
        me.click("network-again");
        glance("start-network-looking");
        me.letTheNetwork();
        me.seeMessage("network-title", "start.network.open");
        glance("start-network-open");
    }

    private void network(String name, Optional<Problem> signIn, Optional<Problem> graph) {
        me.network(new Connectivity.Barred(signIn, graph));
        me.enterEarnest();
        me.see("network-title");
        glance("start-network-" + name);
    }

    private static Optional<Problem> fault(ProblemCode reason) {
        return Optional.of(new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)));
    }

    private void note(String name, Portal portal, String tenantId, LocalDate expires) throws IOException {
        me.book()
                .restore(ExpiryEntries.of(portal, name, tenantId, Expiry.confirmed(expires)));
    }
}
