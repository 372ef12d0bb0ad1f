package app.keyturn.aftercare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a person takes home from a renewal: a reminder for the calendar, and a receipt. Asks where, writes, and says what
 * came of it. Pages differ in what they know of the renewal, not in this.
 */
public final class Keepsakes {
    private final Supplier<Texts> texts;
    private final Clock clock;
    private final Function<String, Optional<Path>> askWhere;
    private final UUID reminderId = UUID.randomUUID();
    private int written;

    /**
     * Makes the keepsakes of one renewal.
     *
     * @param texts the program's texts, in the person's language of the moment
     * @param clock now
     * @param askWhere gets a name to suggest, gives the file; empty if the person changed their mind
     */
    public Keepsakes(Supplier<Texts> texts, Clock clock, Function<String, Optional<Path>> askWhere) {
        this.texts = texts;
        this.clock = clock;
        this.askWhere = askWhere;
    }

    /**
     * Asks where, and writes the calendar file. Written again, it replaces the same events.
     *
     * @return says what came of it, in the language of the moment; empty if the person changed their mind
     */
    public Optional<Supplier<String>> saveReminder(RenewalRecord record) {
        Reminder reminder = new Reminder(texts.get(), clock);
        if (reminder.days(record).isEmpty()) {
            return Optional.of(said("reminder.too-late"));
        }
        return askWhere.apply(reminder.fileName(record)).map(file -> {
            try {
                reminder.write(record, reminderId, written++, file);
                return said("reminder.saved", name(file));
            } catch (IOException notWritten) {
                return said("reminder.not-saved");
            }
        });
    }

    /**
     * Asks where, and writes the receipt and its facts.
     *
     * @return says what came of it, in the language of the moment; empty if the person changed their mind
     */
    public Optional<Supplier<String>> saveReceipt(RenewalRecord record) {
        Receipt receipt = new Receipt(texts.get());
        return askWhere.apply(receipt.fileName(record)).map(file -> {
            try {
                receipt.write(record, file);
                return said("receipt.saved", name(file), name(Receipt.jsonBeside(file)));
            } catch (IOException notWritten) {
                return said("receipt.not-saved");
            }
        });
    }

    private Supplier<String> said(String key, Object... gaps) {
        return () -> texts.get().text(key, gaps);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
