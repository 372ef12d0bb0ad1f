package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The look at the network behind the first page. */
class NetworkJourneyIT extends JourneyTest {
    @Test
    void whileAllIsWellNobodyNoticesIt() {
        me.enterEarnest();
        me.waitUntil("look at the network", () -> me.looks() == 1);
        assertFalse(me.isInSight("network"));
    }

    @Test
    void inPracticeNothingIsLookedAt() {
        me.network(barred(ProblemCode.NET_NO_NAME));
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        assertEquals(0, me.looks());
    }

    @Test
    void nothingWaitsForItAndItsEndMovesNothing() {
        me.network(barred(ProblemCode.NET_TIMED_OUT));
        me.holdTheNetwork();
        me.enterEarnest();
        me.click("portal-school");
        me.height(500);
        String before = me.focused() + " " + scrolled();
        me.letTheNetwork();
        me.see("network-code", "NET-TIMED-OUT");
        assertEquals(before, me.focused() + " " + scrolled());
        me.holdTheNetwork();
        me.click("next");
        me.see("page-apple");
        me.letTheNetwork();
    }

    @Test
    void whoeverHasComeThisFarIsNotCalledBack() {
        me.network(barred(ProblemCode.NET_NO_NAME));
        me.holdTheNetwork();
        me.enterEarnest();
        me.click("portal-school");
        me.click("next");
        me.see("page-apple");
        me.letTheNetwork();
        me.click("back");
        me.see("network-code", "NET-NO-NAME");
    }

    @Test
    void byKeyboardItIsCheckedAgainAndTheWordsHaveTheFocusThen() {
        me.network(barred(ProblemCode.NET_NO_NAME));
        me.enterEarnest();
        me.see("network-code", "NET-NO-NAME");
        me.holdTheNetwork();
        me.network(new Connectivity.Open());
        me.tabTo("network-again");
        me.press(KeyCode.SPACE);
        me.seeMessage("network-again", "start.network.looking");
        assertEquals("network-again", me.focused());
        me.letTheNetwork();
        me.seeMessage("network-title", "start.network.open");
        assertEquals("network-title", me.focused());
        assertFalse(me.isInSight("network-again"));
    }

    @Test
    void theNetworksPasswordIsTypedRightThere() {
        me.network(barred(ProblemCode.NET_PROXY_PASSWORD));
        me.enterEarnest();
        me.see("network-code", "NET-PROXY-PASSWORD");
        me.fill("proxy-user", "jo");
        me.fill("proxy-password", "pass word");
        me.network(new Connectivity.Open());
        me.onWindow(() -> {
            me.found("proxy-password").requestFocus();
            return true;
        });
        me.press(KeyCode.ENTER);
        me.seeMessage("network-title", "start.network.open");
        assertEquals(2, me.looks());
    }

    private double scrolled() {
        return me.onWindow(() -> ((ScrollPane) me.window().scene().lookup(".body")).getVvalue());
    }

    private static Connectivity barred(ProblemCode reason) {
        Optional<Problem> problem = Optional
                .of(new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)));
        return new Connectivity.Barred(problem, problem);
    }
}
