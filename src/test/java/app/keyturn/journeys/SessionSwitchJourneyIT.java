package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** From real mode into practice mode and back. No test presses a button that would reach Microsoft. */
class SessionSwitchJourneyIT extends JourneyTest {
    private static final Pattern PORT = Pattern.compile("redirect_uri=http%3A%2F%2Flocalhost%3A(\\d+)");

    @Test
    void nothingIsCarriedOverBetweenSessions() {
        user.enterRealMode();
        Parent realRoot = user.onWindow(() -> user.window().scene().getRoot());
        assertFalse(user.isInSight("practice-band"));
        user.goToApplePage(Portal.SCHOOL);
        user.desktop().copy("not-a-practice-token-0123456789");
        user.click("keep-token");
        user.waitForMessage("apple-message", "apple.kept");
        user.click("back");
        user.waitFor("page-start");

        user.chooseMenuItem("practice-scenario", "story-" + Scenario.WRONG_TOKEN.id());
        user.click("practise");
        user.waitFor("practice-band");
        user.waitFor("page-start");
        assertEquals(Scenario.WRONG_TOKEN.id(), user.window().scenario());
        assertFalse(user.onWindow(() -> realRoot.equals(user.window().scene().getRoot())));
        assertFalse(user.isInSight("rail-signed-in"));
        user.goToApplePage(Portal.SCHOOL);
        assertFalse(user.isInSight("apple-message"));
        user.click("open-portal");
        URI apple = user.nextBrowserPage();
        assertEquals("127.0.0.1", apple.getHost());
        user.click("next");
        user.signInAndContinue();
        user.waitForText("token", "");
        user.desktop().copy(user.generateToken(apple));
        user.click("paste-token");
        user.waitUntil("have the token taken", () -> user.isEnabled("next"));

        assertEquals(0, user.world().saveCount());
        user.click("leave-practice");
        user.waitFor("page-start");
        assertFalse(user.isInSight("practice-band"));
        assertFalse(user.isInSight("rail-signed-in"));
        assertFalse(user.window().practising());
        assertFalse(user.isEnabled("next"), "no portal is chosen in the new world");
        assertEquals(0, user.world().saveCount());
    }

    @Test
    void leavingPracticeEndsAPendingSignIn() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToApplePage(Portal.SCHOOL);
        user.click("next");
        user.click("sign-in");
        Matcher redirect = PORT.matcher(user.nextBrowserPage().toString());
        assertTrue(redirect.find());
        int port = Integer.parseInt(redirect.group(1));
        assertTrue(listens(port));
        user.click("leave-practice");
        user.waitUntil("have the port freed", () -> !listens(port));
    }

    private static boolean listens(int port) {
        try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return visitor.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
