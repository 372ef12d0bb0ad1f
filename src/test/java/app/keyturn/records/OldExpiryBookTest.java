package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.Tokens;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book written by a version without tokens, reminders and receipts. */
class OldExpiryBookTest {
    private static final String OLD_BOOK = """
            {
              "format": "keyturn-expiry-book",
              "version": 1,
              "organisations": [
                {
                  "portal": "SCHOOL",
                  "organisation": "Maple School",
                  "tenantId": "maple",
                  "app": "Apple School Manager",
                  "appObjectId": "aaaa",
                  "user": "it@maple.example",
                  "renewedAt": "2025-11-22T10:00:00Z",
                  "expires": "2026-11-22",
                  "expiresKnownFrom": "CONFIRMED",
                  "colour": {"of": ["the", "line"], "is": 7.50}
                },
                {
                  "portal": "BUSINESS",
                  "organisation": "Oak & Sons",
                  "tenantId": "oak",
                  "app": "Apple Business",
                  "appObjectId": "bbbb",
                  "user": "it@oak.example",
                  "renewedAt": "2025-12-01T08:30:00Z",
                  "expires": "2026-12-01",
                  "expiresKnownFrom": "GUESS"
                }
              ],
              "sharedWith": "nobody"
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @BeforeEach
    void write() throws IOException {
        ExpiryBookFile.write(folder, OLD_BOOK);
    }

    @Test
    void isReadCompletely() {
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(Optional.empty(), book.fileIssue());
        assertEquals(List.of("Maple School", "Oak & Sons"),
                book.entries().stream().map(ExpiryEntry::tenantName).toList());
        ExpiryEntry maple = book.entry(Portal.SCHOOL, "MAPLE", "aaaa").orElseThrow();
        assertEquals("Apple School Manager", maple.appName());
        assertEquals("aaaa", maple.appObjectId());
        assertEquals("it@maple.example", maple.renewedBy());
        assertEquals(Instant.parse("2025-11-22T10:00:00Z"), maple.renewedAt());
        assertEquals(Expiry.confirmed(LocalDate.of(2026, 11, 22)), maple.expiry());
        assertEquals(List.of(), maple.tokens());
        assertEquals(0, maple.reminders().sequence());
        assertEquals(Optional.empty(), maple.receipt());
    }

    @Test
    void isUpdatedAndKeepsUnknownMembers() throws IOException {
        RenewalRecord renewal = Renewals.of("maple", "token", Renewals.FIRST);
        ExpiryBook.open(folder).put(renewal);
        ExpiryEntry maple = ExpiryBook.open(folder).entry(Portal.SCHOOL, "maple", "aaaa").orElseThrow();
        assertEquals(renewal.expiry(), maple.expiry());
        assertEquals(Optional.of(renewal), maple.receipt());
        assertEquals(1, maple.tokens().size());
        assertEquals("{\"of\":[\"the\",\"line\"],\"is\":7.50}",
                ExpiryBookFile.organisation(folder, 0).get("colour").toString());
        assertEquals("nobody", ExpiryBookFile.read(folder).get("sharedWith").getAsString());
    }

    @Test
    void anOrganisationThatIsNotRenewedIsUnchanged() throws IOException {
        JsonObject before = ExpiryBookFile.organisation(folder, 1);
        ExpiryBook.open(folder).put(Renewals.of("maple", "token", Renewals.FIRST));
        assertEquals(before.toString(), ExpiryBookFile.organisation(folder, 1).toString());
        assertEquals(2, ExpiryBookFile.read(folder).getAsJsonArray("organisations").size());
    }

    @Test
    void theFirstReminderStartsASeries() {
        RenewalRecord record = Renewals.of("maple", "token", Renewals.FIRST);
        ReminderSeries first = ExpiryBook.open(folder).nextReminderSeries(record).orElseThrow();
        assertEquals(1, first.sequence());
        assertEquals(Optional.of(new ReminderSeries(first.id(), 2)),
                ExpiryBook.open(folder).nextReminderSeries(record));
    }

    @Test
    void isNotWrittenWhenItIsOpened() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        assertTrue(book.findToken(Tokens.of("token")).isEmpty());
        assertEquals(OLD_BOOK, Files.readString(book.path()));
    }
}
