package app.keyturn.pages.done;

import app.keyturn.aftercare.Keepsakes;
import app.keyturn.aftercare.RenewalRecord;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SyncProof;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.SignedIn;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is known at the end of a renewal, as it goes into the reminder and the receipt. */
public final class TakeHome {
    private final boolean practising;
    private final String version;
    private final Draft draft;
    private final Supplier<SyncProof> sync;
    private final Keepsakes keepsakes;
    private final Messages messages;
    private final Clock clock;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /**
     * Makes it.
     *
     * @param practising true to mark everything as practice
     * @param version the program's version
     * @param draft holds the result
     * @param sync whether a sync has run by now
     * @param keepsakes writes the files
     * @param messages the words
     * @param clock now, and the person's time zone
     */
    public TakeHome(boolean practising, String version, Draft draft, Supplier<SyncProof> sync, Keepsakes keepsakes,
            Messages messages, Clock clock) {
        this.practising = practising;
        this.version = version;
        this.draft = draft;
        this.sync = sync;
        this.keepsakes = keepsakes;
        this.messages = messages;
        this.clock = clock;
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

    /** Asks where, and writes the calendar file. */
    void saveReminder() {
        record().flatMap(keepsakes::saveReminder).ifPresent(this::say);
    }

    /** Asks where, and writes the receipt. */
    void saveReceipt() {
        record().flatMap(keepsakes::saveReceipt).ifPresent(this::say);
    }

    private void say(Supplier<String> words) {
        message.bind(messages.live(words));
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
                result.outcome(), sync.get(), clock.instant());
        return Optional.of(new RenewalRecord(practising, version, portal,
                Optional.of(new RenewalRecord.SignedIn(who.account(), who.tenantName())),
                Optional.of(new RenewalRecord.EnterpriseApp(result.plan().app().name(), result.plan().app().id())),
                result.at(), clock.getZone(), work, expiry, RenewalRecord.OldTokenFate.NOT_YET));
    }
}
