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

/** From the real world into the practice world and back. No test presses a button that would reach the real one. */
class SessionSwitchJourneyIT extends JourneyTest {
    private static final Pattern PORT = Pattern.compile("redirect_uri=http%3A%2F%2Flocalhost%3A(\\d+)");

    @Test
    void nothingIsCarriedFromOneWorldToTheOther() {
        me.enterEarnest();
        Parent earnest = me.onWindow(() -> me.window().scene().getRoot());
        assertFalse(me.isInSight("practice-band"));
        me.begin(Portal.SCHOOL);
        me.desktop().copy("not-a-practice-token-0123456789");
        me.click("keep-token");
        me.seeMessage("apple-message", "apple.kept");
        me.click("back");
        me.see("page-start");

        me.choose("practice-scenario", "story-" + Scenario.WRONG_TOKEN.id());
        me.click("practise");
        me.see("practice-band");
        me.see("page-start");
        assertEquals(Scenario.WRONG_TOKEN.id(), me.window().scenario());
        assertFalse(me.onWindow(() -> earnest.equals(me.window().scene().getRoot())));
        assertFalse(me.isInSight("rail-signed-in"));
        me.begin(Portal.SCHOOL);
        assertFalse(me.isInSight("apple-message"));
        me.click("open-portal");
        URI apple = me.nextPage();
        assertEquals("127.0.0.1", apple.getHost());
        me.click("next");
        me.signInAndGoOn();
        me.see("token", "");
        me.desktop().copy(me.generate(apple));
        me.click("paste-token");
        me.waitUntil("have the token taken", () -> me.isEnabled("next"));

        assertEquals(0, me.world().puts());
        me.click("leave-practice");
        me.see("page-start");
        assertFalse(me.isInSight("practice-band"));
        assertFalse(me.isInSight("rail-signed-in"));
        assertFalse(me.window().practising());
        assertFalse(me.isEnabled("next"), "no portal is chosen in the new world");
        assertEquals(0, me.world().puts());
    }

    @Test
    void leavingEndsASignInThatIsUnderWay() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        me.click("next");
        me.click("sign-in");
        Matcher redirect = PORT.matcher(me.nextPage().toString());
        assertTrue(redirect.find());
        int port = Integer.parseInt(redirect.group(1));
        assertTrue(listens(port));
        me.click("leave-practice");
        me.waitUntil("have the port freed", () -> !listens(port));
    }

    private static boolean listens(int port) {
        try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return visitor.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
