package app.keyturn.visual;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the last page looks if only Apple can show which of the two tokens is in use. */
class EitherTokenLooksIT extends LooksTest {
    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return super.practice(usual)
                .withConnectionPairs(Map.of("SyncAll", "", "SyncNotificationSettings", ""));
    }

    @Test
    void onlyAppleShowsWhichTokenIsInUse() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
        user.waitForMessage("last-step", "done.last.either");
        user.waitForMessage("done-title", "done.heading.saved");
        inspect("done-either");
        clock.advance(TO_THE_NEXT_SYNC);
        user.waitForMessage("sync-tick", "done.sync.seen-either");
        user.click("apple-shows-active");
        user.waitForMessage("last-step", "done.last.may");
        user.waitFor("old-token-revoked");
        inspectBriefly("done-either-shown");
    }
}
