package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.records.SaveNote;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A start after an interrupted save. No test signs in, so nothing reaches Microsoft. */
class UnfinishedSaveJourneyIT extends JourneyTest {
    @Test
    void onePressRestartsTheRenewalWhoseSaveWasInterrupted() throws IOException {
        note();
        user.enterRealMode();
        user.waitForText("unfinished-text",
                "Keyturn was stopped while it was saving, on November 22, 2026, for Maple School. "
                        + "Both tokens still work. Paste the new one again to finish.");
        user.waitForText("unfinished-begin", "Finish for Maple School");
        user.inspectBriefly("start-unfinished");
        user.click("unfinished-begin");
        user.waitFor("page-apple");
        user.waitForText("open-portal", user.message("apple.open.BUSINESS"));
        user.click("next");
        user.waitFor("page-sign-in");
        user.waitForText("other-tenant-name", "2222");
        assertFalse(user.unfinished().interrupted().isEmpty(), "begun is not finished");
    }

    @Test
    void aDismissedNoteIsGoneForGoodAndTheOthersStay() throws IOException {
        note();
        user.enterRealMode();
        user.click("unfinished-dismiss");
        assertFalse(user.isInSight("unfinished-save"));
        assertTrue(user.isInSight("page-start"));
        assertEquals(List.of(), user.unfinished().interrupted());
        user.enterRealMode();
        assertFalse(user.isInSight("unfinished-save"));
    }

    @Test
    void ofTwoInterruptedSavesTheSecondIsReportedAfterTheFirst() throws IOException {
        note();
        user.unfinished()
                .write(new SaveNote(Portal.SCHOOL, "Oak School", "3333", "Apple", "bbbb",
                        Instant.parse("2026-11-23T10:00:00Z"), Step.SAVE));
        user.enterRealMode();
        user.waitForText("unfinished-begin", "Finish for Oak School");
        assertTrue(user.read("unfinished-text").endsWith(user.message("start.unfinished.more")));
        user.inspectBriefly("start-unfinished-two");
        user.click("unfinished-dismiss");
        user.waitForText("unfinished-begin", "Finish for Maple School");
        assertFalse(user.read("unfinished-text").contains(user.message("start.unfinished.more")));
        user.click("unfinished-dismiss");
        assertFalse(user.isInSight("unfinished-save"));
        assertEquals(List.of(), user.unfinished().interrupted());
    }

    @Test
    void aDamagedNoteStillReportsAnInterruptedSave() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("unfinished-save-some.json"), "{");
        user.enterRealMode();
        user.waitForMessage("unfinished-text", "start.unfinished.unreadable");
        assertFalse(user.isInSight("unfinished-begin"));
        user.click("unfinished-dismiss");
        user.enterRealMode();
        assertFalse(user.isInSight("unfinished-save"));
    }

    @Test
    void practiceReportsNoneAndLeavesNone() throws IOException {
        note();
        List<?> before = user.unfinished().interrupted();
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        assertFalse(user.isInSight("unfinished-save"));
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
        assertEquals(before, user.unfinished().interrupted());
    }

    private void note() throws IOException {
        user.unfinished()
                .write(new SaveNote(Portal.BUSINESS, "Maple School", "2222", "Accounts to Apple", "aaaa",
                        Instant.parse("2026-11-22T10:00:00Z"), Step.SAVE));
    }
}
