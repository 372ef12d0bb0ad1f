package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of a problem, and finishing by hand. */
class ProblemJourneyIT extends JourneyTest {
    @Test
    void aProblemHasAllItsPartsAndFinishingByHandLosesNothing() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSubmit();
        List.of("problem", "problem-title", "problem-code", "problem-changed", "problem-action", "problem-details",
                "by-hand").forEach(user::waitFor);
        assertEquals("problem-title", user.focused());
        for (String step : List.of("step-save", "step-check", "step-resume")) {
            assertTrue(user.read(step).endsWith(user.message("save.spoken.WAITING")), user.read(step));
        }
        assertTrue(user.read("step-test").endsWith(user.message("save.spoken.FAILED")), user.read("step-test"));

        user.click("problem-details");
        String details = user.desktop().paste().orElse("");
        assertTrue(details.contains("TOKEN-REJECTED") && details.contains("Keyturn 1.2.3"), details);
        assertFalse(details.contains(token));

        user.click("by-hand");
        user.waitFor("page-by-hand");
        assertFalse(user.isInSight("problem"));
        user.click("copy-address");
        assertEquals(Optional.of(Portal.SCHOOL.tenantUrl().text()), user.desktop().paste());
        user.click("copy-token");
        assertEquals(Optional.of(token), user.desktop().paste());
        assertFalse(user.isInSight("open-app-page"), "in practice there is no page in Microsoft's portal");

        user.click("back");
        user.waitFor("page-save");
        user.waitForText("problem-code", "TOKEN-REJECTED");
        assertTrue(user.isInSight("rail-signed-in"));
        user.click("back");
        user.waitForText("token", token);
        assertEquals(0, user.world().saveCount());
    }

    @Test
    void finishingByHandGivesReminderAndReceiptAndLeavesNoToken() throws IOException {
        user.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.USER_WITHOUT_ROLE);
        user.waitForText("problem-code", "ROLE-MISSING");
        user.click("by-hand");
        assertFalse(user.isInSight("save-reminder"), "not before it is said to be done");
        assertFalse(user.isInSight("by-hand-finish"));
        user.click("copy-token");
        user.click("by-hand-done");
        user.waitForMessage("by-hand-unchecked", "byhand.unchecked");
        user.waitForMessage("by-hand-date-hint", "expiry.GUESS");
        user.click("save-reminder");
        user.click("save-receipt");
        user.waitFor("kept");
        List<Path> files = files();
        assertEquals(3, files.size());
        for (Path file : files) {
            assertTrue(file.getFileName().toString().startsWith("PRACTICE-"), file::toString);
            assertFalse(Files.readString(file).contains(token), file::toString);
        }
        user.click("by-hand-finish");
        user.waitFor("page-start");
        assertEquals(Optional.empty(), user.desktop().paste());
        assertEquals(0, user.world().saveCount());
    }

    @Test
    void withoutATokenThePageLeadsToWhereItIsGenerated() {
        user.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        user.click("portal-school");
        user.click("only-check");
        user.waitFor("page-sign-in");
        user.signInAs(Choice.USER_WITHOUT_ROLE);
        user.waitForText("problem-code", "ROLE-MISSING");
        user.click("by-hand");
        user.waitForMessage("token-held", "byhand.token.none");
        user.click("by-hand-get-token");
        user.waitFor("page-apple");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
