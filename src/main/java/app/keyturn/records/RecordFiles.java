package app.keyturn.records;

import app.keyturn.i18n.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a person takes home from a renewal: a reminder for the calendar, and a receipt. Asks where, writes, and says what
 * came of it. Pages differ in what they know of the renewal, not in this.
 */
public final class RecordFiles {
    private final Supplier<Texts> texts;
    private final Clock clock;
    private final Function<String, Optional<Path>> askWhere;
    private final Function<RenewalRecord, Optional<ReminderSeries>> kept;
    /** For reminders of an organisation that is not remembered. */
    private @Nullable ReminderSeries own;

    /**
     * Makes the keepsakes of one renewal.
     *
     * @param texts the program's texts, in the person's language of the moment
     * @param clock now
     * @param askWhere gets a name to suggest, gives the file; empty if the person changed their mind
     * @param kept the series to write an organisation's reminders under; empty if it is not remembered
     */
    public RecordFiles(Supplier<Texts> texts, Clock clock, Function<String, Optional<Path>> askWhere,
            Function<RenewalRecord, Optional<ReminderSeries>> kept) {
        this.texts = texts;
        this.clock = clock;
        this.askWhere = askWhere;
        this.kept = kept;
    }

    /**
     * What came of writing something.
     *
     * @param words that say it, in the language of the moment
     * @param page the receipt, if one was written
     */
    public record Result(Supplier<String> message, Optional<Path> receipt) {}

    /**
     * Asks where, and writes the calendar file. Result again, it replaces the same events.
     *
     * @return empty if the person changed their mind
     */
    public Optional<Result> saveReminder(RenewalRecord record) {
        Reminder reminder = new Reminder(texts.get(), clock);
        if (reminder.days(record).isEmpty()) {
            return Optional.of(said("reminder.too-late"));
        }
        return askWhere.apply(reminder.fileName(record)).map(file -> {
            try {
                reminder.write(record, next(record), file);
                return said("reminder.saved", name(file));
            } catch (IOException notWritten) {
                return said("reminder.not-saved");
            }
        });
    }

    /** The days to be reminded on, as text for a calendar on paper; empty if none is left. */
    public Optional<String> reminderDates(RenewalRecord record) {
        Reminder reminder = new Reminder(texts.get(), clock);
        return reminder.days(record).isEmpty() ? Optional.empty() : Optional.of(reminder.dates(record));
    }

    /**
     * Asks where, and writes the receipt and its facts.
     *
     * @return empty if the person changed their mind
     */
    public Optional<Result> saveReceipt(RenewalRecord record) {
        Receipt receipt = new Receipt(texts.get());
        return askWhere.apply(receipt.fileName(record)).map(file -> {
            try {
                receipt.write(record, file);
                return new Result(words("receipt.saved", name(file), name(Receipt.jsonBeside(file))),
                        Optional.of(file));
            } catch (IOException notWritten) {
                return said("receipt.not-saved");
            }
        });
    }

    private ReminderSeries next(RenewalRecord record) {
        return kept.apply(record).orElseGet(() -> {
            ReminderSeries before = own == null ? ReminderSeries.begin() : own;
            own = before.next();
            return own;
        });
    }

    private Result said(String key, Object... gaps) {
        return new Result(words(key, gaps), Optional.empty());
    }

    private Supplier<String> words(String key, Object... gaps) {
        return () -> texts.get().text(key, gaps);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
