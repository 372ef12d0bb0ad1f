package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From a green page whose sign-in has expired: back to it, or on to another app in the same window. */
class NextRenewalJourneyIT extends JourneyTest {
    private List<String> expectedViolations = List.of();

    /** The practice world knows of one app to renew; here the user chooses the other one. */
    @Override
    List<String> expectedViolations() {
        return expectedViolations;
    }

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(Duration.ofDays(1), Duration.ofSeconds(1));
    }

    @Test
    void anotherAppAfterGreenIsAnotherRenewal() throws IOException {
        user.enterPractice(Portal.SCHOOL, Scenario.SEVERAL_APPS);
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.click("use-app");
        goOnToTheTokenPage();
        user.confirmAndSave();
        String first = user.read("done-changed");
        user.click("apple-shows-active");
        user.click("old-token-revoked");
        user.click("save-receipt");
        user.waitFor("open-receipt");
        assertTrue(receipt().contains("\"oldToken\": \"REVOKED\""), receipt());

        expireAndSignInAgain();
        user.click("app-2"); // the one in use, which was proposed first, is app-1
        user.click("use-app");
        goOnToTheTokenPage();
        assertFalse(user.isInSight("problem"));
        user.desktop().copy(token);
        user.click("paste-token");
        user.confirmAndSave();
        assertEquals(2, user.world().saveCount());
        assertFalse(user.read("done-changed").equals(first), first);
        user.waitForMessage("sync-tick", "done.sync.not-running");
        assertFalse(user.isInSight("old-token-revoked"), "revoking is not offered before a proof of this renewal");
        assertFalse(user.isInSight("open-receipt"), "the first renewal's receipt");
        assertFalse(user.isInSight("sync-unwatched"));
        user.click("apple-shows-active");
        user.waitFor("old-token-revoked");
        user.click("save-receipt");
        user.waitFor("open-receipt");
        assertTrue(receipt().contains("\"oldToken\": \"NOT_YET\""), receipt());
        assertTrue(receipt().contains("LEFT_PAUSED_OR_OFF"), receipt());
        expectedViolations = List.of("secrets were saved for an application other than Apple's");
    }

    @Test
    void theSameAppReturnsToTheGreenPageWithItsAnswers() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
        user.click("apple-shows-active");
        user.click("old-token-revoked");
        user.waitForMessage("sync-tick", "done.sync.waiting");
        expireAndSignInAgain();
        user.waitFor("page-done");
        assertFalse(user.isInSight("problem"));
        assertTrue(user.isInSight("old-token-revoked"));
        user.click("watch-again");
        user.waitForMessage("sync-tick", "done.sync.waiting");
        assertEquals(1, user.world().saveCount());
    }

    private void goOnToTheTokenPage() {
        user.waitUntil("go on", () -> user.isEnabled("next"));
        user.click("next");
        user.waitFor("page-token");
    }

    private void expireAndSignInAgain() {
        user.world().endSessions();
        user.click("watch-again");
        user.waitForText("problem-code", "SIGNIN-EXPIRED");
        user.waitForMessage("problem-changed", "changed.SAVED");
        user.click("problem-action");
        user.answerInBrowser(Choice.ADMINISTRATOR);
    }

    private String receipt() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
