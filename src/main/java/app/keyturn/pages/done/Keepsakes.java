package app.keyturn.pages.done;

import app.keyturn.aftercare.Receipt;
import app.keyturn.aftercare.Reminder;
import app.keyturn.aftercare.RenewalRecord;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.SignedIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a person takes home from a renewal: a reminder for the calendar, and a receipt. */
public final class Keepsakes {
    private final boolean practising;
    private final String version;
    private final Draft draft;
    private final DoneModel done;
    private final Desktop desktop;
    private final Messages messages;
    private final Clock clock;
    private final Reminder reminder;
    private final Receipt receipt;
    private final UUID reminderId = UUID.randomUUID();
    private int written;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /**
     * Makes them.
     *
     * @param practising true to mark everything as practice
     * @param version the program's version
     * @param draft holds the result
     * @param done tells how the sync is doing
     * @param desktop asks where to save
     * @param messages the words
     * @param clock now, and the person's time zone
     */
    public Keepsakes(boolean practising, String version, Draft draft, DoneModel done, Desktop desktop,
            Messages messages, Clock clock) {
        this.practising = practising;
        this.version = version;
        this.draft = draft;
        this.done = done;
        this.desktop = desktop;
        this.messages = messages;
        this.clock = clock;
        this.reminder = new Reminder(messages.bundle(), clock);
        this.receipt = new Receipt(messages.bundle());
    }

    /** What came of the last file, in words. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Until when the new token is good, and how that is known. */
    String until() {
        Expiry expiry = draft.expiry().get();
        return expiry == null ? "" : messages.text("done.until." + expiry.source(), messages.day(expiry.date()));
    }

    /** When it was saved, where the person is. */
    LocalTime savedAt() {
        Draft.Result result = Objects.requireNonNull(draft.result().get());
        return LocalTime.ofInstant(result.at(), clock.getZone());
    }

    /** Asks where, and writes the calendar file. Written again, it replaces the same events. */
    void saveReminder() {
        record().ifPresent(facts -> {
            if (reminder.days(facts).isEmpty()) {
                message.set(messages.text("done.reminder.too-late"));
                return;
            }
            save(reminder.fileName(facts), "done.reminder.saved",
                    file -> reminder.write(facts, reminderId, written++, file));
        });
    }

    /** Asks where, and writes the receipt. */
    void saveReceipt() {
        record().ifPresent(
                facts -> save(receipt.fileName(facts), "done.receipt.saved", file -> receipt.write(facts, file)));
    }

    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void save(String name, String saved, Writing writing) {
        desktop.chooseFile(name).ifPresent(file -> {
            try {
                writing.to(file);
                message.set(messages.text(saved, file.getFileName().toString(),
                        Receipt.jsonBeside(file).getFileName().toString()));
            } catch (IOException notWritten) {
                message.set(messages.text("done.not-saved"));
            }
        });
    }

    private Optional<RenewalRecord> record() {
        Draft.Result result = draft.result().get();
        SignedIn who = draft.signedIn().get();
        Portal portal = draft.portal().get();
        Expiry expiry = draft.expiry().get();
        if (result == null || who == null || portal == null || expiry == null) {
            return Optional.empty();
        }
        RenewalRecord.Work work = new RenewalRecord.ByKeyturn(result.plan().job(), result.plan().agreed().address(),
                result.outcome(),
                done.proof().get(), clock.instant());
        return Optional.of(new RenewalRecord(practising, version, portal,
                Optional.of(new RenewalRecord.SignedIn(who.account(), who.tenantName())),
                Optional.of(new RenewalRecord.EnterpriseApp(result.plan().app().name(), result.plan().app().id())),
                result.at(), clock.getZone(), work, expiry, RenewalRecord.OldTokenFate.NOT_YET));
    }
}
