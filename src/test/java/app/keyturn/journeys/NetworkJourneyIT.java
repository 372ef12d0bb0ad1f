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

/** The network check behind the first page. */
class NetworkJourneyIT extends JourneyTest {
    @Test
    void anOpenNetworkShowsNothing() {
        user.enterRealMode();
        user.waitUntil("look at the network", () -> user.network().checks() == 1);
        assertFalse(user.isInSight("network"));
    }

    @Test
    void practiceDoesNotCheckTheNetwork() {
        user.network().set(unreachable(ProblemCode.NET_NO_NAME));
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToApplePage(Portal.SCHOOL);
        assertEquals(0, user.network().checks());
    }

    @Test
    void theCheckBlocksNothingAndMovesNothing() {
        user.network().set(unreachable(ProblemCode.NET_TIMED_OUT));
        user.network().hold();
        user.enterRealMode();
        user.click("portal-school");
        user.setHeight(500);
        String before = user.focused() + " " + scrolled();
        user.network().release();
        user.waitForText("network-code", "NET-TIMED-OUT");
        assertEquals(before, user.focused() + " " + scrolled());
        user.network().hold();
        user.click("next");
        user.waitFor("page-apple");
        user.network().release();
    }

    @Test
    void aResultIsNotShownOnLaterPages() {
        user.network().set(unreachable(ProblemCode.NET_NO_NAME));
        user.network().hold();
        user.enterRealMode();
        user.click("portal-school");
        user.click("next");
        user.waitFor("page-apple");
        user.network().release();
        user.click("back");
        user.waitForText("network-code", "NET-NO-NAME");
    }

    @Test
    void aRepeatedCheckByKeyboardFocusesTheResult() {
        user.network().set(unreachable(ProblemCode.NET_NO_NAME));
        user.enterRealMode();
        user.waitForText("network-code", "NET-NO-NAME");
        user.network().hold();
        user.network().set(new Connectivity.Reachable());
        user.tabTo("network-again");
        user.press(KeyCode.SPACE);
        user.waitForMessage("network-again", "start.network.looking");
        assertEquals("network-again", user.focused());
        user.network().release();
        user.waitForMessage("network-title", "start.network.open");
        assertEquals("network-title", user.focused());
        assertFalse(user.isInSight("network-again"));
    }

    @Test
    void theProxyPasswordIsTypedNextToTheResult() {
        user.network().set(unreachable(ProblemCode.NET_PROXY_PASSWORD));
        user.enterRealMode();
        user.waitForText("network-code", "NET-PROXY-PASSWORD");
        user.fill("proxy-user", "jo");
        user.fill("proxy-password", "pass word");
        user.network().set(new Connectivity.Reachable());
        user.onWindow(() -> {
            user.node("proxy-password").requestFocus();
            return true;
        });
        user.press(KeyCode.ENTER);
        user.waitForMessage("network-title", "start.network.open");
        assertEquals(2, user.network().checks());
    }

    private double scrolled() {
        return user.onWindow(() -> ((ScrollPane) user.window().scene().lookup(".body")).getVvalue());
    }

    private static Connectivity unreachable(ProblemCode reason) {
        Optional<Problem> problem = Optional
                .of(new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)));
        return new Connectivity.Unreachable(problem, problem);
    }
}
