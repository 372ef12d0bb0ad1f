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

/** An organisation is taken out of the book, or put back as it was. */
class ForgettingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void renewTwo() throws IOException {
        ExpiryBook.open(folder).put(Renewals.of("maple", "of maple", Renewals.FIRST));
        ExpiryBook.open(folder).put(Renewals.of("oak", "of oak", Renewals.FIRST));
        BookFile.change(folder, 1, oak -> oak.addProperty("colour", "green"));
    }

    @Test
    void takesTheOrganisationAndItsFingerprintsOutOfTheFile() throws IOException {
        Fingerprint print = entry("maple").tokens().getFirst().fingerprint();
        assertTrue(file().contains(print.hash()));
        ExpiryBook.open(folder).forget(entry("maple"));
        assertFalse(file().contains(print.hash()));
        assertFalse(file().contains(print.salt()));
        assertFalse(file().contains("maple\""), this::file);
        assertEquals(Optional.empty(), ExpiryBook.open(folder).findToken(Tokens.of("of maple")));
    }

    @Test
    void leavesTheOthersWithAllThatStandsThere() throws IOException {
        String before = BookFile.organisation(folder, 1).toString();
        ExpiryBook.open(folder).forget(entry("maple"));
        assertEquals(before, BookFile.organisation(folder, 0).toString());
        assertEquals("green", BookFile.organisation(folder, 0).get("colour").getAsString());
        assertTrue(ExpiryBook.open(folder).findToken(Tokens.of("of oak")).isPresent());
    }

    @Test
    void leavesTheSameOrganisationsOtherPortal() throws IOException {
        ExpiryEntry maple = entry("maple");
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(new ExpiryEntry(Portal.BUSINESS, maple.tenantName(), maple.tenantId(), maple.appName(),
                maple.appObjectId(), maple.renewedBy(), maple.renewedAt(), maple.expiry(), List.of(),
                ReminderSeries.create(), Optional.empty()));
        book.forget(maple);
        assertTrue(book.entry(Portal.BUSINESS, "maple").isPresent());
        assertEquals(Optional.empty(), book.entry(Portal.SCHOOL, "maple"));
    }

    @Test
    void whatIsForgottenTwiceIsForgotten() throws IOException {
        ExpiryEntry maple = entry("maple");
        ExpiryBook.open(folder).forget(maple);
        String after = file();
        ExpiryBook.open(folder).forget(maple);
        assertEquals(after, file());
    }

    @Test
    void whatIsPutBackIsAsItWas() throws IOException {
        ExpiryBook.open(folder).nextReminderSeries(Renewals.of("maple", "of maple", Renewals.FIRST));
        ExpiryEntry maple = entry("maple");
        ExpiryBook.open(folder).forget(maple);
        ExpiryBook.open(folder).restore(maple);
        assertEquals(maple, entry("maple"));
    }

    @Test
    void whatIsPutBackTakesThePlaceOfWhatWasNotedMeanwhile() throws IOException {
        ExpiryEntry before = entry("oak");
        ExpiryBook.open(folder).put(Renewals.of("oak", "meanwhile", Renewals.FIRST.plusSeconds(60)));
        ExpiryBook.open(folder).restore(before);
        assertEquals(before, entry("oak"));
        assertEquals(Optional.empty(), ExpiryBook.open(folder).findToken(Tokens.of("meanwhile")));
        assertEquals("green", BookFile.organisation(folder, 1).get("colour").getAsString());
    }

    private ExpiryEntry entry(String tenantId) {
        return ExpiryBook.open(folder).entry(Portal.SCHOOL, tenantId).orElseThrow();
    }

    private String file() {
        try {
            return Files.readString(ExpiryBook.open(folder).path());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
