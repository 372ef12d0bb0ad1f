package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.Records;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.Tokens;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two apps of one organisation and portal, which have nothing in common in the expiry book. */
class AppsOfOneOrganisationTest {
    private static final String OLD_ENTRY = """
            {"format": "keyturn-expiry-book", "version": 1, "organisations": [
              {"portal": "SCHOOL", "organisation": "Maple School", "tenantId": "maple", %s
               "user": "it@maple.example", "renewedAt": "2025-11-22T10:00:00Z",
               "expires": "2026-11-22", "expiresKnownFrom": "CONFIRMED", "colour": "green",
               "reminder": {"id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "sequence": 4}}]}
            """;
    private static final String BOTH_NAMES = "\"app\": \"Accounts to Apple\", \"appObjectId\": \"AAAA\",";

    @TempDir private Path folder;

    @Test
    void eachHasItsOwnEntryExpiryAndTokens() throws IOException {
        book().put(renewal("aaaa", "one", 0));
        book().put(renewal("bbbb", "two", 30));
        book().put(renewal("aaaa", "three", 365));
        assertEquals(List.of("bbbb", "aaaa"), book().entries().stream().map(ExpiryEntry::appObjectId).toList());
        assertEquals(2, entry("aaaa").tokens().size());
        assertEquals(1, entry("bbbb").tokens().size());
        assertEquals(LocalDate.of(2027, 12, 22), entry("BBBB").expiry().date());
    }

    @Test
    void revokedForOneMarksNoTokenOfTheOther() throws IOException {
        book().put(renewal("aaaa", "live", 0));
        book().put(Renewals.withTheOldTokenRevoked(renewal("bbbb", "first", 1)));
        book().put(Renewals.withTheOldTokenRevoked(renewal("bbbb", "second", 2)));
        assertFalse(book().findToken(Tokens.of("live")).orElseThrow().revoked());
        assertTrue(book().findToken(Tokens.of("first")).orElseThrow().revoked());
        assertFalse(book().findToken(Tokens.of("second")).orElseThrow().revoked());
    }

    @Test
    void theirRemindersDoNotReplaceEachOther() throws IOException {
        book().put(renewal("aaaa", "one", 0));
        book().put(renewal("bbbb", "two", 1));
        ReminderSeries one = next("aaaa");
        ReminderSeries two = next("bbbb");
        assertNotEquals(one.id(), two.id());
        assertEquals(new ReminderSeries(one.id(), 2), next("aaaa"));
        assertEquals(new ReminderSeries(two.id(), 2), next("bbbb"));
    }

    @Test
    void forgettingOneLeavesTheOther() throws IOException {
        book().put(renewal("aaaa", "one", 0));
        book().put(renewal("bbbb", "two", 1));
        book().forget(entry("aaaa"));
        assertEquals(List.of("bbbb"), book().entries().stream().map(ExpiryEntry::appObjectId).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"app\": \"Accounts to Apple\",", "\"app\": null, \"appObjectId\": null,",
            "\"appObjectId\": \"\",", "\"appObjectId\": 7,"})
    void anOldEntryWithoutAnAppIsTakenOverByTheFirstRenewalThatFits(String app) throws IOException {
        ExpiryBookFile.write(folder, OLD_ENTRY.formatted(app));
        assertEquals(List.of("Maple School"), book().entries().stream().map(ExpiryEntry::tenantName).toList());
        book().put(Renewals.ofApp("bbbb", Renewals.of("oak", "elsewhere", Renewals.FIRST)));
        book().put(renewal("bbbb", "two", 0));
        book().put(renewal("aaaa", "one", 1));
        assertEquals(3, book().entries().size());
        assertEquals("green", ExpiryBookFile.organisation(folder, 0).get("colour").getAsString());
        assertEquals("bbbb", ExpiryBookFile.organisation(folder, 0).get("appObjectId").getAsString());
        assertEquals(5, next("bbbb").sequence());
        assertEquals(1, next("aaaa").sequence());
    }

    @Test
    void anEntryThatWasTakenOverCanBeRestored() throws IOException {
        ExpiryBookFile.write(folder, OLD_ENTRY.formatted(""));
        ExpiryBook book = book();
        RenewalRecord byHand = renewal("bbbb", "two", 0);
        ExpiryEntry before = book.entry(byHand).orElseThrow();
        book.put(byHand);
        assertEquals(5, book.nextReminderSeries(byHand).orElseThrow().sequence());
        book.restore(before);
        assertEquals(1, book().entries().size());
        assertEquals("", book().entries().getFirst().appObjectId());
        assertFalse(ExpiryBookFile.organisation(folder, 0).has("appObjectId"));
        assertEquals(before.expiry(), book().entries().getFirst().expiry());
        book.put(byHand);
        assertEquals(6, book.nextReminderSeries(byHand).orElseThrow().sequence());
    }

    @Test
    void anOldEntryWithAnAppBelongsToThatApp() throws IOException {
        ExpiryBookFile.write(folder, OLD_ENTRY.formatted(BOTH_NAMES));
        book().put(renewal("bbbb", "two", 0));
        assertEquals(Expiry.confirmed(LocalDate.of(2026, 11, 22)), entry("aaaa").expiry());
        book().put(renewal("aaaa", "one", 1));
        assertEquals(2, book().entries().size());
        assertEquals(5, next("aaaa").sequence());
        assertEquals(1, next("bbbb").sequence());
    }

    @Test
    void anAppThatIsNamedComesBeforeAnEntryWithoutOne() throws IOException {
        ExpiryBookFile.write(folder, OLD_ENTRY.formatted(BOTH_NAMES));
        JsonObject book = ExpiryBookFile.read(folder);
        JsonArray organisations = book.getAsJsonArray("organisations");
        JsonObject named = organisations.get(0).getAsJsonObject().deepCopy();
        organisations.get(0).getAsJsonObject().remove("appObjectId");
        organisations.add(named);
        ExpiryBookFile.write(folder, book.toString());
        assertEquals("AAAA", entry("aaaa").appObjectId());
        assertEquals("", entry("bbbb").appObjectId());
    }

    /** An older version changes the first entry of the organisation, whichever app that is of. */
    @Test
    void ifAnOlderVersionLeftTwoEntriesOfOneAppTheFirstCountsAndNoTokenIsForgotten() throws IOException {
        book().put(renewal("aaaa", "one", 0));
        book().put(renewal("bbbb", "two", 1));
        ExpiryBookFile.change(folder, 0, json -> json.addProperty("appObjectId", "bbbb"));
        assertEquals(1, book().entries().size());
        assertTrue(book().findToken(Tokens.of("one")).isPresent());
        assertTrue(book().findToken(Tokens.of("two")).isPresent());
        book().forget(entry("bbbb"));
        assertEquals(List.of(), book().entries());
    }

    @Test
    void remindersOutsideTheBookAreOneSeriesForEachAppToo() throws IOException {
        Path file = folder.resolve("reminder.ics");
        RecordFiles files = new RecordFiles(Records::words, Clock.fixed(Renewals.FIRST, ZoneOffset.UTC),
                _ -> Optional.of(file), (_, _) -> true, _ -> Optional.empty());
        List<String> ids = new ArrayList<>();
        for (String app : List.of("aaaa", "bbbb", "aaaa")) {
            files.saveReminder(renewal(app, "token", 0), ReminderForm.EVENT_EACH_DAY);
            ids.add(Files.readAllLines(file)
                    .stream()
                    .filter(line -> line.startsWith("UID:"))
                    .findFirst()
                    .orElseThrow());
        }
        assertNotEquals(ids.get(0), ids.get(1));
        assertEquals(ids.get(0), ids.get(2));
    }

    @Test
    void aMistakenRevokedIsTakenBack() throws IOException {
        book().put(renewal("aaaa", "old", 0));
        RenewalRecord renewal = renewal("aaaa", "new", 365);
        for (OldTokenStatus status : List.of(OldTokenStatus.NOT_YET, OldTokenStatus.NOT_REVOKED)) {
            book().put(Renewals.withTheOldTokenRevoked(renewal));
            assertTrue(book().findToken(Tokens.of("old")).orElseThrow().revoked());
            book().put(Renewals.withTheOldToken(status, renewal));
            assertFalse(book().findToken(Tokens.of("old")).orElseThrow().revoked());
        }
        book().put(Renewals.withTheOldTokenRevoked(renewal));
        book().put(renewal("aaaa", "next", 730));
        assertTrue(book().findToken(Tokens.of("old")).orElseThrow().revoked(), "a year later it stays");
    }

    private ExpiryBook book() {
        return ExpiryBook.open(folder);
    }

    private ExpiryEntry entry(String app) {
        return book().entry(Portal.SCHOOL, "Maple", app).orElseThrow();
    }

    private ReminderSeries next(String app) {
        return book().nextReminderSeries(renewal(app, "any", 0)).orElseThrow();
    }

    private static RenewalRecord renewal(String app, String token, int day) {
        return Renewals.ofApp(app, Renewals.of("maple", token, Renewals.FIRST.plus(Duration.ofDays(day))));
    }
}
