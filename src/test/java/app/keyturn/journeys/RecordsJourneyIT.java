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

/** The done page: receipt and reminder, and what it says while it waits for the sync. */
class RecordsJourneyIT extends JourneyTest {
    private static final Duration TO_THE_NEXT_SYNC = Duration.ofMinutes(20);

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(TO_THE_NEXT_SYNC, Duration.ofSeconds(1));
    }

    @Test
    void theTitleAndTheSecondTickShowThatTheSyncHasRunAndTheFocusStays() {
        renew(Scenario.HEALTHY);
        String program = user.message("title.practice");
        assertEquals(user.message("title.waiting", program), user.title());
        user.waitForMessage("sync-tick", "done.sync.waiting");
        user.tabTo("save-receipt");
        clock.advance(TO_THE_NEXT_SYNC);
        user.waitForSync();
        assertEquals(user.message("title.seen", program), user.title());
        assertEquals("save-receipt", user.focused());
    }

    @Test
    void aButtonOpensTheReceiptWhichSaysThatTheOldTokenIsRevoked() throws IOException {
        renew(Scenario.HEALTHY);
        user.click("save-receipt");
        user.waitFor("open-receipt");
        assertTrue(receipt().contains("NOT_YET_SEEN"), "what is not seen yet is said");
        assertFalse(user.isInSight("old-token-revoked"), "revoking is not spoken of before the sync has run");
        clock.advance(TO_THE_NEXT_SYNC);
        user.waitForSync();
        user.click("old-token-revoked");
        user.click("save-receipt");
        assertTrue(receipt().contains("\"oldToken\": \"REVOKED\""));
        assertTrue(receipt().contains("\"result\": \"SUCCEEDED\""));
        for (String request : new String[]{"test", "save", "check"}) {
            assertTrue(receipt().contains("\"" + request + "\": \""), request);
        }
        user.click("open-receipt");
        assertEquals(file("html").toUri(), user.nextBrowserPage());
        assertTrue(Files.readString(file("html")).contains("PRACTICE"));
    }

    @Test
    void withoutACalendarProgramTheDatesCanBeCopied() {
        renew(Scenario.HEALTHY);
        user.click("copy-dates");
        user.waitForMessage("kept", "keep.dates.copied");
        String dates = user.desktop().paste().orElseThrow();
        assertEquals(4, dates.lines().count());
        assertTrue(dates.lines().allMatch(line -> line.contains("PRACTICE") && line.contains("Maple Street School")));
    }

    @Test
    void withoutANotificationEmailThePageSaysHowToSetOne() {
        renew(Scenario.EXPIRED_TOKEN);
        user.waitForMessage("warning-mail", "mail.nobody");
        assertTrue(user.isInSight("warning-mail-steps"));
        assertFalse(user.isInSight("warning-mail-open"), "in practice there is no page of Microsoft's");
    }

    @Test
    void aCheckShowsTheNotificationEmailAndWhenMicrosoftDisablesTheSync() {
        user.enterPractice(Portal.SCHOOL, Scenario.EXPIRED_TOKEN);
        user.click("portal-school");
        user.click("only-check");
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitForMessage("warning-mail", "mail.nobody");
        String until = user.message("sync.QUARANTINE.until", "");
        assertTrue(user.read("sync-state").contains(until.substring(0, until.length() - 2)), user.read("sync-state"));
        assertEquals(0, user.world().saveCount() + user.world().startCount());
    }

    private void renew(Scenario scenario) {
        user.enterPractice(Portal.SCHOOL, scenario);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
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
