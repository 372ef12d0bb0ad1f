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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes after the green page: what a person takes home, and what is said while the sync is waited for. */
class RecordsJourneyIT extends JourneyTest {
    private static final Duration TO_THE_NEXT_SYNC = Duration.ofMinutes(20);

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(TO_THE_NEXT_SYNC, Duration.ofSeconds(1));
    }

    @Test
    void theTitleAndTheSecondTickTellThatTheSyncHasRunAndTheFocusStaysWhereItIs() {
        renew(Scenario.HEALTHY);
        String program = me.message("title.practice");
        assertEquals(me.message("title.waiting", program), me.title());
        me.seeMessage("sync-tick", "done.sync.waiting");
        me.tabTo("save-receipt");
        clock.leap(TO_THE_NEXT_SYNC);
        me.seeTheSync();
        assertEquals(me.message("title.seen", program), me.title());
        assertEquals("save-receipt", me.focused());
    }

    @Test
    void theReceiptIsOpenedByAButtonAndSaysThatTheOldTokenIsRevoked() throws IOException {
        renew(Scenario.HEALTHY);
        me.click("save-receipt");
        me.see("open-receipt");
        assertTrue(receipt().contains("NOT_YET_SEEN"), "what is not seen yet is said");
        assertFalse(me.isInSight("old-token-revoked"), "revoking is not spoken of before the sync has run");
        clock.leap(TO_THE_NEXT_SYNC);
        me.seeTheSync();
        me.click("old-token-revoked");
        me.click("save-receipt");
        assertTrue(receipt().contains("\"oldToken\": \"REVOKED\""));
        assertTrue(receipt().contains("\"result\": \"SUCCEEDED\""));
        for (String request : new String[]{"test", "save", "check"}) {
            assertTrue(receipt().contains("\"" + request + "\": \""), request);
        }
        me.click("open-receipt");
        assertEquals(file("html").toUri(), me.nextPage());
        assertTrue(Files.readString(file("html")).contains("PRACTICE"));
    }

    @Test
    void whoHasNoCalendarProgramCopiesTheDates() {
        renew(Scenario.HEALTHY);
        me.click("copy-dates");
        me.seeMessage("kept", "keep.dates.copied");
        String dates = me.desktop().paste().orElseThrow();
        assertEquals(4, dates.lines().count());
        assertTrue(dates.lines().allMatch(line -> line.contains("PRACTICE") && line.contains("Maple Street School")));
    }

    @Test
    void whereNobodyHearsOfASyncThatStopsThePageSaysHowToChangeThat() {
        renew(Scenario.EXPIRED_TOKEN);
        me.seeMessage("warning-mail", "mail.nobody");
        assertTrue(me.isInSight("warning-mail-steps"));
        assertFalse(me.isInSight("warning-mail-open"), "in practice there is no page of Microsoft's");
    }

    @Test
    void whoOnlyChecksIsToldWhoHearsAndWhenMicrosoftWouldSwitchTheSyncOff() {
        me.enterPractice(Portal.SCHOOL, Scenario.EXPIRED_TOKEN);
        me.click("portal-school");
        me.click("only-check");
        me.signInAs(Choice.ADMINISTRATOR);
        me.seeMessage("warning-mail", "mail.nobody");
        String until = me.message("sync.QUARANTINE.until", "");
        assertTrue(me.read("sync-state").contains(until.substring(0, until.length() - 2)), me.read("sync-state"));
        assertEquals(0, me.world().puts() + me.world().starts());
    }

    private void renew(Scenario story) {
        me.enterPractice(Portal.SCHOOL, story);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndSave();
    }

    private String receipt() throws IOException {
        return Files.readString(file("json"));
    }

    private Path file(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("PRACTICE-keyturn-receipt.*" + ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
