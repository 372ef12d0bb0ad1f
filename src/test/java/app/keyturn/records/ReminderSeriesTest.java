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

/** By what calendars know an organisation's reminders, from year to year. */
class ReminderSeriesTest {
    private static final RenewalRecord THIS_YEAR = Renewals.of("maple", "token", Renewals.FIRST);
    private static final RenewalRecord NEXT_YEAR = Renewals.of("maple", "next",
            Renewals.FIRST.plus(Duration.ofDays(365)));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theFirstRemindersHaveTheNumberOne() throws IOException {
        ExpiryBook book = ExpiryBook.in(folder);
        book.note(THIS_YEAR);
        assertEquals(1, book.nextReminder(THIS_YEAR).orElseThrow().sequence());
    }

    @Test
    void theIdStaysFromYearToYearAndTheNumberRisesByOneEachTime() throws IOException {
        ExpiryBook.in(folder).note(THIS_YEAR);
        ReminderSeries first = ExpiryBook.in(folder).nextReminder(THIS_YEAR).orElseThrow();
        ReminderSeries again = ExpiryBook.in(folder).nextReminder(THIS_YEAR).orElseThrow();
        ExpiryBook.in(folder).note(NEXT_YEAR);
        ReminderSeries nextYear = ExpiryBook.in(folder).nextReminder(NEXT_YEAR).orElseThrow();
        assertEquals(new ReminderSeries(first.id(), 2), again);
        assertEquals(new ReminderSeries(first.id(), 3), nextYear);
    }

    @Test
    void takingANumberChangesNothingElse() throws IOException {
        ExpiryBook.in(folder).note(THIS_YEAR);
        ExpiryEntry before = ExpiryBook.in(folder).entry(Portal.SCHOOL, "maple").orElseThrow();
        ExpiryBook.in(folder).nextReminder(THIS_YEAR);
        ExpiryEntry after = ExpiryBook.in(folder).entry(Portal.SCHOOL, "maple").orElseThrow();
        assertEquals(before.tokens(), after.tokens());
        assertEquals(before.receipt(), after.receipt());
        assertEquals(before.expiry(), after.expiry());
    }

    @Test
    void eachOrganisationHasItsOwn() throws IOException {
        RenewalRecord oak = Renewals.of("oak", "other", Renewals.FIRST);
        ExpiryBook book = ExpiryBook.in(folder);
        book.note(THIS_YEAR);
        book.note(oak);
        book.nextReminder(THIS_YEAR);
        ReminderSeries other = book.nextReminder(oak).orElseThrow();
        assertEquals(1, other.sequence());
        assertNotEquals(book.nextReminder(THIS_YEAR).orElseThrow().id(), other.id());
    }

    @Test
    void anOrganisationThatIsNotInTheBookHasNone() throws IOException {
        ExpiryBook book = ExpiryBook.in(folder);
        assertEquals(Optional.empty(), book.nextReminder(THIS_YEAR));
        assertEquals(Optional.empty(), book.trouble());
    }
}
