package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.walkthrough.UiDriver;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** With reduced motion nothing spins, and the window still shows and says that it is waiting. */
class ReducedMotionIT extends JourneyTest {
    @Test
    void theSpinnerIsAStillRing() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.click("sign-in");
        user.waitFor("sign-in-link");
        assertTrue(segments().stream().anyMatch(ReducedMotionIT::isSeen), "something turns for everybody else");
        user.onWindow(() -> {
            user.window().scene().getPreferences().setReducedMotion(true);
            return true;
        });
        assertFalse(segments().stream().anyMatch(ReducedMotionIT::isSeen));
        assertTrue(user.onWindow(() -> all(".progress-indicator").stream()
                .filter(UiDriver::isShown)
                .allMatch(ring -> ((Region) ring).getBorder() != null)));
    }

    private List<Node> segments() {
        return user.onWindow(() -> all(".segment"));
    }

    private List<Node> all(String selector) {
        user.window().scene().getRoot().applyCss();
        return List.copyOf(user.window().scene().getRoot().lookupAll(selector));
    }

    private static boolean isSeen(Node segment) {
        return segment instanceof Region region && region.getBackground() != null
                && region.getBackground().getFills().stream().anyMatch(fill -> fill.getFill().isOpaque());
    }
}
