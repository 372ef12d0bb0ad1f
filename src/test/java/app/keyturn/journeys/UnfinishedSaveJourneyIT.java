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

/** A start after a save that was cut off. Nothing here reaches the real world: nobody signs in. */
class UnfinishedSaveJourneyIT extends JourneyTest {
    @Test
    void onePressBeginsAgainForTheOrganisationWhoseSaveWasCutOff() throws IOException {
        note();
        me.enterEarnest();
        me.see("unfinished-text", "Keyturn was stopped while it was saving, on November 22, 2026, for Maple School. "
                + "Both tokens still work. Paste the new one again to finish.");
        me.see("unfinished-begin", "Finish for Maple School");
        me.lookBriefly("start-unfinished");
        me.click("unfinished-begin");
        me.see("page-apple");
        me.see("open-portal", me.message("apple.open.BUSINESS"));
        me.click("next");
        me.see("page-sign-in");
        me.see("other-tenant-name", "2222");
        assertFalse(me.unfinished().interrupted().isEmpty(), "begun is not finished");
    }

    @Test
    void whatIsDismissedIsGoneForGoodAndNothingElseIs() throws IOException {
        note();
        me.enterEarnest();
        me.click("unfinished-dismiss");
        assertFalse(me.isInSight("unfinished-save"));
        assertTrue(me.isInSight("page-start"));
        assertEquals(List.of(), me.unfinished().interrupted());
        me.enterEarnest();
        assertFalse(me.isInSight("unfinished-save"));
    }

    @Test
    void whereTwoWereCutOffTheSecondIsToldOfAfterTheFirst() throws IOException {
        note();
        me.unfinished()
                .write(new SaveNote(Portal.SCHOOL, "Oak School", "3333", "Apple", "bbbb",
                        Instant.parse("2026-11-23T10:00:00Z"), Step.SAVE));
        me.enterEarnest();
        me.see("unfinished-begin", "Finish for Oak School");
        assertTrue(me.read("unfinished-text").endsWith(me.message("start.unfinished.more")));
        me.lookBriefly("start-unfinished-two");
        me.click("unfinished-dismiss");
        me.see("unfinished-begin", "Finish for Maple School");
        assertFalse(me.read("unfinished-text").contains(me.message("start.unfinished.more")));
        me.click("unfinished-dismiss");
        assertFalse(me.isInSight("unfinished-save"));
        assertEquals(List.of(), me.unfinished().interrupted());
    }

    @Test
    void aDamagedNoteStillTellsThatSomethingWasCutOff() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("unfinished-save-some.json"), "{");
        me.enterEarnest();
        me.seeMessage("unfinished-text", "start.unfinished.unreadable");
        assertFalse(me.isInSight("unfinished-begin"));
        me.click("unfinished-dismiss");
        me.enterEarnest();
        assertFalse(me.isInSight("unfinished-save"));
    }

    @Test
    void practiceTellsOfNoneAndLeavesNone() throws IOException {
        note();
        List<?> before = me.unfinished().interrupted();
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        assertFalse(me.isInSight("unfinished-save"));
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndSave();
        assertEquals(before, me.unfinished().interrupted());
    }

    private void note() throws IOException {
        me.unfinished()
                .write(new SaveNote(Portal.BUSINESS, "Maple School", "2222", "Accounts to Apple", "aaaa",
                        Instant.parse("2026-11-22T10:00:00Z"), Step.SAVE));
    }
}
