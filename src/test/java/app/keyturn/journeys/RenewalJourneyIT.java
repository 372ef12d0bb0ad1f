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

/** From the first page to the green one. */
class RenewalJourneyIT extends JourneyTest {
    private static final int MOST_CALLS = 12;

    @ParameterizedTest
    @EnumSource(Portal.class)
    void aHealthyAppComesToGreenWithOneSaveAndNoStart(Portal portal) throws IOException {
        me.enterPractice(portal, Scenario.HEALTHY);
        Map<String, String> before = me.world().storedPairs();
        String token = me.beginAndKeepAToken(portal);
        me.signInAndGoOn();
        assertEquals(token, me.read("token"));
        me.confirmAndSave();

        me.seeMessage("done-title", "done.heading");
        int calls = me.window().callsToGreen();
        System.out.println("Calls to Microsoft Graph from sign-in to green, " + portal + ": " + calls);
        assertTrue(calls > 0 && calls <= MOST_CALLS, calls + " calls");
        me.seeTheSync();
        me.seeMessage("last-step", "done.last.may");
        assertEquals(1, me.world().puts());
        assertEquals(0, me.world().starts());
        assertEquals(StoredPairsView.withToken(before, token), me.world().storedPairs());
        assertTrue(me.desktop().paste().isEmpty(), "the token is still on the clipboard");

        me.click("save-reminder");
        me.click("save-receipt");
        me.see("kept");
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.count() >= 2);
        }
        me.click("sign-out-browser");
        assertTrue(me.nextPage().getPath().endsWith("/common/oauth2/v2.0/logout"));
        me.click("finish");
        me.see("page-start");
        assertFalse(me.isInSight("rail-signed-in"));
        assertEquals(1, me.world().puts());
    }

    @Test
    void aTokenCopiedBadlyIsRefusedBeforeAnythingIsSavedAndCanBeCorrected() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        Map<String, String> before = me.world().storedPairs();
        me.begin(Portal.SCHOOL);
        me.click("open-portal");
        URI apple = me.nextPage();
        String cut = me.generate(apple);
        me.click("keep-token");
        me.click("next");
        me.signInAndGoOn();
        me.confirmAndTry();

        me.see("problem-code", "TOKEN-REJECTED");
        me.seeMessage("problem-changed", "changed.NOTHING");
        assertEquals("problem-title", me.focused());
        assertEquals(0, me.world().puts());
        assertEquals(before, me.world().storedPairs());
        me.seeMessage("problem-action", "action.BACK_TO_TOKEN");
        me.click("problem-action");
        me.see("page-token");
        assertEquals(cut, me.read("token"));

        me.inBrowser(() -> {
            me.browser().revokeNewestToken(apple);
            return true;
        });
        String whole = me.generate(apple);
        assertNotEquals(cut, whole);
        me.click("paste-token");
        me.see("token", whole);
        me.click("next");
        me.see("page-save");
        me.seeMessage("test-and-save", "save.button");
        me.click("test-and-save");
        me.see("page-done");
        me.seeTheSync();
        assertEquals(1, me.world().puts());
        assertEquals(StoredPairsView.withToken(before, whole), me.world().storedPairs());
    }

    @Test
    void anAccountWithoutTheRoleCanAskAColleagueOrBeSwitched() {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.USER_WITHOUT_ROLE);
        me.see("problem-code", "ROLE-MISSING");
        me.seeMessage("problem-changed", "changed.NOTHING");
        assertFalse(me.isEnabled("next"));

        me.click("copy-request");
        String request = me.desktop().paste().orElse("");
        List.of("Application Administrator", "Cloud Application Administrator", "owner of the app",
                "Apple", "7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70")
                .forEach(fact -> assertTrue(request.contains(fact), fact + " is missing in: " + request));
        assertFalse(request.contains(token));

        me.seeMessage("problem-action", "action.SIGN_IN_AGAIN");
        me.click("problem-action");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.click("next");
        me.see("page-token");
        me.confirmAndSave();
        me.seeTheSync();
        assertEquals(1, me.world().puts());
        assertEquals(0, me.world().starts());
    }

    @Test
    void aQuarantineForBadCredentialsIsSaidInWordsAndLiftedWithOneStart() {
        me.enterPractice(Portal.SCHOOL, Scenario.EXPIRED_TOKEN);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.seeMessage("present-token", "signin.present.rejected");
        assertTrue(me.read("sync-state").startsWith(me.message("sync.QUARANTINE.BAD_CREDENTIALS")));
        me.click("next");
        me.confirmAndSave();
        me.seeTheSync();
        assertEquals(1, me.world().starts());
        assertEquals(1, me.world().puts());
        System.out.println("Calls to Microsoft Graph from sign-in to green, quarantined: "
                + me.window().callsToGreen());
    }
}
