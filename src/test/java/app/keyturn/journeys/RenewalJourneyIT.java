package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the first page to the done page. */
class RenewalJourneyIT extends JourneyTest {
    private static final int MOST_CALLS = 12;

    @ParameterizedTest
    @EnumSource(Portal.class)
    void aHealthyAppIsRenewedWithOneSaveAndNoStart(Portal portal) throws IOException {
        user.enterPractice(portal, Scenario.HEALTHY);
        Map<String, String> before = user.world().storedPairs();
        String token = user.goToSignInWithToken(portal);
        user.signInAndContinue();
        assertEquals(token, user.read("token"));
        user.confirmAndSave();

        user.waitForMessage("done-title", "done.heading");
        int calls = user.window().callsToGreen();
        System.out.println("Calls to Microsoft Graph from sign-in to green, " + portal + ": " + calls);
        assertTrue(calls > 0 && calls <= MOST_CALLS, calls + " calls");
        user.waitForSync();
        user.waitForMessage("last-step", "done.last.may");
        assertEquals(1, user.world().saveCount());
        assertEquals(0, user.world().startCount());
        assertEquals(withToken(before, token), user.world().storedPairs());
        assertTrue(user.desktop().paste().isEmpty(), "the token is still on the clipboard");

        user.click("save-reminder");
        user.click("save-receipt");
        user.waitFor("kept");
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.count() >= 2);
        }
        user.click("sign-out-browser");
        assertTrue(user.nextBrowserPage().getPath().endsWith("/common/oauth2/v2.0/logout"));
        user.click("finish");
        user.waitFor("page-start");
        assertFalse(user.isInSight("rail-signed-in"));
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void aBadlyCopiedTokenIsRefusedBeforeAnythingIsSavedAndCanBeCorrected() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        Map<String, String> before = user.world().storedPairs();
        user.goToApplePage(Portal.SCHOOL);
        user.click("open-portal");
        URI apple = user.nextBrowserPage();
        String cut = user.generateToken(apple);
        user.click("keep-token");
        user.click("next");
        user.signInAndContinue();
        user.confirmAndSubmit();

        user.waitForText("problem-code", "TOKEN-REJECTED");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", user.focused());
        assertEquals(0, user.world().saveCount());
        assertEquals(before, user.world().storedPairs());
        user.waitForMessage("problem-action", "action.BACK_TO_TOKEN");
        user.click("problem-action");
        user.waitFor("page-token");
        assertEquals(cut, user.read("token"));

        user.inBrowser(() -> {
            user.browser().revokeNewestToken(apple);
            return true;
        });
        String whole = user.generateToken(apple);
        assertNotEquals(cut, whole);
        user.click("paste-token");
        user.waitForText("token", whole);
        user.click("next");
        user.waitFor("page-save");
        user.waitForMessage("test-and-save", "save.button");
        user.click("test-and-save");
        user.waitFor("page-done");
        user.waitForSync();
        assertEquals(1, user.world().saveCount());
        assertEquals(withToken(before, whole), user.world().storedPairs());
    }

    @Test
    void withoutTheRoleTheUserCanAskAColleagueOrSwitchAccounts() {
        user.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.USER_WITHOUT_ROLE);
        user.waitForText("problem-code", "ROLE-MISSING");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        assertFalse(user.isEnabled("next"));

        user.click("copy-request");
        String request = user.desktop().paste().orElse("");
        List.of("Application Administrator", "Cloud Application Administrator", "owner of the app",
                "Apple", "7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70")
                .forEach(fact -> assertTrue(request.contains(fact), fact + " is missing in: " + request));
        assertFalse(request.contains(token));

        user.waitForMessage("problem-action", "action.SIGN_IN_AGAIN");
        user.click("problem-action");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.click("next");
        user.waitFor("page-token");
        user.confirmAndSave();
        user.waitForSync();
        assertEquals(1, user.world().saveCount());
        assertEquals(0, user.world().startCount());
    }

    @Test
    void aQuarantineForBadCredentialsIsExplainedAndLiftedWithOneStart() {
        user.enterPractice(Portal.SCHOOL, Scenario.EXPIRED_TOKEN);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitForMessage("present-token", "signin.present.rejected");
        assertTrue(user.read("sync-state").startsWith(user.message("sync.QUARANTINE.BAD_CREDENTIALS")));
        user.click("next");
        user.confirmAndSave();
        user.waitForSync();
        assertEquals(1, user.world().startCount());
        assertEquals(1, user.world().saveCount());
        System.out.println("Calls to Microsoft Graph from sign-in to green, quarantined: "
                + user.window().callsToGreen());
    }
}
