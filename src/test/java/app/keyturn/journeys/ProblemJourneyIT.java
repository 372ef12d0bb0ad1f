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

/** What stands around a problem, and the way out by hand. */
class ProblemJourneyIT extends JourneyTest {
    @Test
    void aProblemHasAllItsPartsAndFinishingByHandLosesNothing() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        List.of("problem", "problem-title", "problem-code", "problem-changed", "problem-action", "problem-details",
                "by-hand").forEach(me::see);
        assertEquals("problem-title", me.focused());
        for (String step : List.of("step-save", "step-check", "step-resume")) {
            assertTrue(me.read(step).endsWith(me.message("save.spoken.WAITING")), me.read(step));
        }
        assertTrue(me.read("step-test").endsWith(me.message("save.spoken.FAILED")), me.read("step-test"));

        me.click("problem-details");
        String details = me.desktop().paste().orElse("");
        assertTrue(details.contains("TOKEN-REJECTED") && details.contains("Keyturn 1.2.3"), details);
        assertFalse(details.contains(token));

        me.click("by-hand");
        me.see("page-by-hand");
        assertFalse(me.isInSight("problem"));
        me.click("copy-address");
        assertEquals(Optional.of(Portal.SCHOOL.tenantUrl().text()), me.desktop().paste());
        me.click("copy-token");
        assertEquals(Optional.of(token), me.desktop().paste());
        assertFalse(me.isInSight("open-app-page"), "in practice there is no page in Microsoft's portal");

        me.click("back");
        me.see("page-save");
        me.see("problem-code", "TOKEN-REJECTED");
        assertTrue(me.isInSight("rail-signed-in"));
        me.click("back");
        me.see("token", token);
        assertEquals(0, me.world().puts());
    }

    @Test
    void whoFinishesByHandTakesHomeReminderAndReceiptAndLeavesNoToken() throws IOException {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.USER_WITHOUT_ROLE);
        me.see("problem-code", "ROLE-MISSING");
        me.click("by-hand");
        assertFalse(me.isInSight("save-reminder"), "not before it is said to be done");
        assertFalse(me.isInSight("by-hand-finish"));
        me.click("copy-token");
        me.click("by-hand-done");
        me.seeMessage("by-hand-unchecked", "byhand.unchecked");
        me.seeMessage("by-hand-date-hint", "expiry.GUESS");
        me.click("save-reminder");
        me.click("save-receipt");
        me.see("kept");
        List<Path> files = files();
        assertEquals(3, files.size());
        for (Path file : files) {
            assertTrue(file.getFileName().toString().startsWith("PRACTICE-"), file::toString);
            assertFalse(Files.readString(file).contains(token), file::toString);
        }
        me.click("by-hand-finish");
        me.see("page-start");
        assertEquals(Optional.empty(), me.desktop().paste());
        assertEquals(0, me.world().puts());
    }

    @Test
    void whoHasNoTokenYetIsLedToWhereItIsMade() {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        me.click("portal-school");
        me.click("only-check");
        me.see("page-sign-in");
        me.signInAs(Choice.USER_WITHOUT_ROLE);
        me.see("problem-code", "ROLE-MISSING");
        me.click("by-hand");
        me.seeMessage("token-held", "byhand.token.none");
        me.click("by-hand-get-token");
        me.see("page-apple");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
