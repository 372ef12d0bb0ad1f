package app.keyturn.records;

import app.keyturn.i18n.Texts;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes reminder and receipt of a renewal, for a calendar program or to a file, and reports the result. */
public final class RecordFiles {
    private final Supplier<Texts> texts;
    private final Clock clock;
    private final Function<String, Optional<Path>> chooseFile;
    private final BiPredicate<String, byte[]> openCopy;
    private final Function<RenewalRecord, Optional<ReminderSeries>> nextSeries;
    /** For reminders of apps that are not in the expiry book. */
    private final Map<RenewedApp, ReminderSeries> ownSeries = new HashMap<>();

    /**
     * Creates the files of one renewal.
     *
     * @param texts in the present language
     * @param chooseFile asks for a file, given a name to suggest; empty if the user cancels; throws an
     *     {@link InvalidPathException} if the system does not allow the name
     * @param openCopy opens a file of this name and content with the system's program for it; false if that failed
     * @param nextSeries the series for an app's next reminders; empty if it is not in the expiry book
     */
    public RecordFiles(Supplier<Texts> texts, Clock clock, Function<String, Optional<Path>> chooseFile,
            BiPredicate<String, byte[]> openCopy, Function<RenewalRecord, Optional<ReminderSeries>> nextSeries) {
        this.texts = texts;
        this.clock = clock;
        this.chooseFile = chooseFile;
        this.openCopy = openCopy;
        this.nextSeries = nextSeries;
    }

    /**
     * The result of saving a file.
     *
     * @param done false if nothing was written or opened
     * @param message for the user, in the present language
     * @param receipt the page, if a receipt was written
     */
    public record Result(boolean done, Supplier<String> message, Optional<Path> receipt) {}

    /** Opens the reminder, one event, with the user's calendar program. */
    public Result openReminder(RenewalRecord record) {
        Reminder reminder = new Reminder(texts.get(), clock);
        if (reminder.days(record).isEmpty()) {
            return failure("reminder.too-late");
        }
        ReminderForm form = ReminderForm.ONE_EVENT;
        boolean opened = openCopy.test(reminder.fileName(record, form),
                reminder.calendar(record, form, next(record)));
        return opened ? success("reminder.opened") : failure("reminder.not-opened");
    }

    /**
     * Asks for a file and writes the calendar. If it is written again, it replaces the same events.
     *
     * @return empty if the user cancels
     */
    public Optional<Result> saveReminder(RenewalRecord record, ReminderForm form) {
        Reminder reminder = new Reminder(texts.get(), clock);
        if (reminder.days(record).isEmpty()) {
            return Optional.of(failure("reminder.too-late"));
        }
        return choose(reminder.fileName(record, form), file -> {
            try {
                reminder.write(record, form, next(record), file);
                return success("reminder.saved", name(file));
            } catch (IOException notWritten) {
                return notSaved("reminder.not-saved", notWritten, file);
            }
        });
    }

    /** The reminder's days as text, for a paper calendar; empty if none is left. */
    public Optional<String> reminderDates(RenewalRecord record) {
        Reminder reminder = new Reminder(texts.get(), clock);
        return reminder.days(record).isEmpty() ? Optional.empty() : Optional.of(reminder.datesText(record));
    }

    /**
     * Asks for a file and writes the receipt and its JSON.
     *
     * @return empty if the user cancels
     */
    public Optional<Result> saveReceipt(RenewalRecord record) {
        Receipt receipt = new Receipt(texts.get());
        return choose(receipt.fileName(record), file -> {
            try {
                receipt.write(record, file);
                return new Result(true, message("receipt.saved", name(file), name(Receipt.jsonBeside(file))),
                        Optional.of(file));
            } catch (IOException notWritten) {
                return notSaved("receipt.not-saved", notWritten, file);
            }
        });
    }

    private Optional<Result> choose(String suggestedName, Function<Path, Result> write) {
        try {
            return chooseFile.apply(suggestedName).map(write);
        } catch (InvalidPathException e) {
            return Optional.of(failure("keep.name-not-allowed", e.getInput()));
        }
    }

    private ReminderSeries next(RenewalRecord record) {
        return nextSeries.apply(record).orElseGet(() -> {
            RenewedApp app = RenewedApp.of(record);
            ReminderSeries next = Objects.requireNonNullElseGet(ownSeries.get(app), ReminderSeries::create).next();
            ownSeries.put(app, next);
            return next;
        });
    }

    private Result notSaved(String key, IOException notWritten, Path file) {
        String fault = "keep.fault." + WriteFault.of(notWritten, file);
        return new Result(false, () -> texts.get()
                .text(key, String.valueOf(file.toAbsolutePath().getParent()), texts.get().text(fault)),
                Optional.empty());
    }

    private Result success(String key, Object... arguments) {
        return new Result(true, message(key, arguments), Optional.empty());
    }

    private Result failure(String key, Object... arguments) {
        return new Result(false, message(key, arguments), Optional.empty());
    }

    private Supplier<String> message(String key, Object... arguments) {
        return () -> texts.get().text(key, arguments);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
