package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation is removed from the book, or restored. */
class ForgetOrganisationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @BeforeEach
    void renewTwo() throws IOException {
        ExpiryBook.open(folder).put(Renewals.of("maple", "of maple", Renewals.FIRST));
        ExpiryBook.open(folder).put(Renewals.of("oak", "of oak", Renewals.FIRST));
        ExpiryBookFile.change(folder, 1, oak -> oak.addProperty("colour", "green"));
    }

    @Test
    void removesTheOrganisationAndItsFingerprints() throws IOException {
        Fingerprint fingerprint = entry("maple").tokens().getFirst().fingerprint();
        assertTrue(file().contains(fingerprint.hash()));
        ExpiryBook.open(folder).forget(entry("maple"));
        assertFalse(file().contains(fingerprint.hash()));
        assertFalse(file().contains(fingerprint.salt()));
        assertFalse(file().contains("maple\""), this::file);
        assertEquals(Optional.empty(), ExpiryBook.open(folder).findToken(Tokens.of("of maple")));
    }

    @Test
    void leavesAllOtherOrganisationsUnchanged() throws IOException {
        String before = ExpiryBookFile.organisation(folder, 1).toString();
        ExpiryBook.open(folder).forget(entry("maple"));
        assertEquals(before, ExpiryBookFile.organisation(folder, 0).toString());
        assertEquals("green", ExpiryBookFile.organisation(folder, 0).get("colour").getAsString());
        assertTrue(ExpiryBook.open(folder).findToken(Tokens.of("of oak")).isPresent());
    }

    @Test
    void leavesTheOrganisationsOtherPortal() throws IOException {
        ExpiryEntry maple = entry("maple");
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(new ExpiryEntry(Portal.BUSINESS, maple.tenantName(), maple.tenantId(), maple.appName(),
                maple.appObjectId(), maple.renewedBy(), maple.renewedAt(), maple.expiry(), List.of(),
                ReminderSeries.create(), Optional.empty()));
        book.forget(maple);
        assertTrue(book.entry(Portal.BUSINESS, "maple", "aaaa").isPresent());
        assertEquals(Optional.empty(), book.entry(Portal.SCHOOL, "maple", "aaaa"));
    }

    @Test
    void forgettingTwiceChangesNothingMore() throws IOException {
        ExpiryEntry maple = entry("maple");
        ExpiryBook.open(folder).forget(maple);
        String after = file();
        ExpiryBook.open(folder).forget(maple);
        assertEquals(after, file());
    }

    @Test
    void aRestoredOrganisationIsAsBefore() throws IOException {
        ExpiryBook.open(folder).nextReminderSeries(Renewals.of("maple", "of maple", Renewals.FIRST));
        ExpiryEntry maple = entry("maple");
        ExpiryBook.open(folder).forget(maple);
        ExpiryBook.open(folder).restore(maple);
        assertEquals(maple, entry("maple"));
    }

    @Test
    void aRestoredOrganisationReplacesALaterEntry() throws IOException {
        ExpiryEntry before = entry("oak");
        ExpiryBook.open(folder).put(Renewals.of("oak", "meanwhile", Renewals.FIRST.plusSeconds(60)));
        ExpiryBook.open(folder).restore(before);
        assertEquals(before, entry("oak"));
        assertEquals(Optional.empty(), ExpiryBook.open(folder).findToken(Tokens.of("meanwhile")));
        assertEquals("green", ExpiryBookFile.organisation(folder, 1).get("colour").getAsString());
    }

    private ExpiryEntry entry(String tenantId) {
        return ExpiryBook.open(folder).entry(Portal.SCHOOL, tenantId, "aaaa").orElseThrow();
    }

    private String file() {
        try {
            return Files.readString(ExpiryBook.open(folder).path());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
