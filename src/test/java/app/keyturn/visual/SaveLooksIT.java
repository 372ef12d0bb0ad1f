package app.keyturn.visual;

import app.keyturn.practice.graph.GraphSettings;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the page looks while the saved token is not used yet, and when it still has to be checked. */
class SaveLooksIT extends LooksTest {
    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return super.practice(usual).with(GraphSettings.EFFECTIVE_AFTER, Duration.ofHours(1));
    }

    @Test
    void savedTokenThatIsNotUsedYet() {
        user.enterPractice(Portal.SCHOOL, Scenario.EXPIRED_TOKEN);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSubmit();
        user.waitUntil("be told that Keyturn waits", () -> user.isInSight("save-note"));
        inspect("save-waiting");
        user.click("stop");
        user.waitForText("problem-code", "STOPPED");
        inspect("save-unchecked");
    }
}
