package app.keyturn.aftercare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a person takes home from a renewal: a reminder for the calendar, and a receipt. Asks where, writes, and says what
 * came of it. Pages differ in what they know of the renewal, not in this.
 */
public final class Keepsakes {
    private final Texts texts;
    private final Reminder reminder;
    private final Receipt receipt;
    private final Function<String, Optional<Path>> askWhere;
    private final UUID reminderId = UUID.randomUUID();
    private int written;

    /**
     * Makes the keepsakes of one renewal.
     *
     * @param texts the program's texts, in the person's language
     * @param clock now
     * @param askWhere gets a name to suggest, gives the file; empty if the person changed their mind
     */
    public Keepsakes(ResourceBundle texts, Clock clock, Function<String, Optional<Path>> askWhere) {
        this.texts = new Texts(texts);
        this.reminder = new Reminder(texts, clock);
        this.receipt = new Receipt(texts);
        this.askWhere = askWhere;
    }

    /**
     * Asks where, and writes the calendar file. Written again, it replaces the same events.
     *
     * @return what came of it, in words; empty if the person changed their mind
     */
    public Optional<String> saveReminder(RenewalRecord record) {
        if (reminder.days(record).isEmpty()) {
            return Optional.of(texts.text("reminder.too-late"));
        }
        return askWhere.apply(reminder.fileName(record)).map(file -> {
            try {
                reminder.write(record, reminderId, written++, file);
                return texts.text("reminder.saved", name(file));
            } catch (IOException notWritten) {
                return texts.text("reminder.not-saved");
            }
        });
    }

    /**
     * Asks where, and writes the receipt and its facts.
     *
     * @return what came of it, in words; empty if the person changed their mind
     */
    public Optional<String> saveReceipt(RenewalRecord record) {
        return askWhere.apply(receipt.fileName(record)).map(file -> {
            try {
                receipt.write(record, file);
                return texts.text("receipt.saved", name(file), name(Receipt.jsonBeside(file)));
            } catch (IOException notWritten) {
                return texts.text("receipt.not-saved");
            }
        });
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
