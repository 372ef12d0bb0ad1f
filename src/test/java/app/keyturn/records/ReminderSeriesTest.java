package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.keyturn.renewal.Portal;
import app.keyturn.testkit.Renewals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How calendars identify an organisation's reminders from year to year. */
class ReminderSeriesTest {
    private static final RenewalRecord THIS_YEAR = Renewals.of("maple", "token", Renewals.FIRST);
    private static final RenewalRecord NEXT_YEAR = Renewals.of("maple", "next",
            Renewals.FIRST.plus(Duration.ofDays(365)));

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void theFirstRemindersHaveSequenceOne() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(THIS_YEAR);
        assertEquals(1, book.nextReminderSeries(THIS_YEAR).orElseThrow().sequence());
    }

    @Test
    void theIdStaysAndTheSequenceIncreasesByOneEachTime() throws IOException {
        ExpiryBook.open(folder).put(THIS_YEAR);
        ReminderSeries first = ExpiryBook.open(folder).nextReminderSeries(THIS_YEAR).orElseThrow();
        ReminderSeries again = ExpiryBook.open(folder).nextReminderSeries(THIS_YEAR).orElseThrow();
        ExpiryBook.open(folder).put(NEXT_YEAR);
        ReminderSeries nextYear = ExpiryBook.open(folder).nextReminderSeries(NEXT_YEAR).orElseThrow();
        assertEquals(new ReminderSeries(first.id(), 2), again);
        assertEquals(new ReminderSeries(first.id(), 3), nextYear);
    }

    @Test
    void theNextSequenceChangesNothingElse() throws IOException {
        ExpiryBook.open(folder).put(THIS_YEAR);
        ExpiryEntry before = ExpiryBook.open(folder).entry(Portal.SCHOOL, "maple", "aaaa").orElseThrow();
        ExpiryBook.open(folder).nextReminderSeries(THIS_YEAR);
        ExpiryEntry after = ExpiryBook.open(folder).entry(Portal.SCHOOL, "maple", "aaaa").orElseThrow();
        assertEquals(before.tokens(), after.tokens());
        assertEquals(before.receipt(), after.receipt());
        assertEquals(before.expiry(), after.expiry());
    }

    @Test
    void eachOrganisationHasItsOwnSeries() throws IOException {
        RenewalRecord oak = Renewals.of("oak", "other", Renewals.FIRST);
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(THIS_YEAR);
        book.put(oak);
        book.nextReminderSeries(THIS_YEAR);
        ReminderSeries other = book.nextReminderSeries(oak).orElseThrow();
        assertEquals(1, other.sequence());
        assertNotEquals(book.nextReminderSeries(THIS_YEAR).orElseThrow().id(), other.id());
    }

    @Test
    void anOrganisationThatIsNotInTheBookHasNoSeries() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(Optional.empty(), book.nextReminderSeries(THIS_YEAR));
        assertEquals(Optional.empty(), book.fileIssue());
    }
}
