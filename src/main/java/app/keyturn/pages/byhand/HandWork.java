package app.keyturn.pages.byhand;

import app.keyturn.aftercare.Keepsakes;
import app.keyturn.aftercare.RenewalRecord;
import app.keyturn.renewal.Expiry;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a person says to have done by hand, and what they take home from it. Keyturn has checked nothing of it, and the
 * files say so.
 */
public final class HandWork {
    private final boolean practising;
    private final String version;
    private final Draft draft;
    private final Keepsakes keepsakes;
    private final Messages messages;
    private final Clock clock;
    private final BooleanProperty done = new SimpleBooleanProperty(this, "done");
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>(this, "date");
    private final BooleanProperty dateConfirmed = new SimpleBooleanProperty(this, "dateConfirmed");
    private final ReadOnlyStringWrapper dateHint = new ReadOnlyStringWrapper(this, "dateHint", "");
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper(this, "writable");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Expiry known;
    private Optional<Expiry> expiry = Optional.empty();
    private Instant doneAt;

    /**
     * Makes it, with nothing done.
     *
     * @param practising true to mark everything as practice
     * @param version the program's version
     * @param draft tells what Keyturn came to know before
     * @param keepsakes writes the files
     * @param messages the words
     * @param clock now, and the person's time zone
     * @param say says in one line how things stand
     */
    public HandWork(boolean practising, String version, Draft draft, Keepsakes keepsakes, Messages messages,
            Clock clock, Consumer<String> say) {
        this.practising = practising;
        this.version = version;
        this.draft = draft;
        this.keepsakes = keepsakes;
        this.messages = messages;
        this.clock = clock;
        doneAt = clock.instant();
        known = Expiry.guessFrom(LocalDate.now(clock));
        done.subscribe(now -> {
            if (now) {
                doneAt = clock.instant();
                say.accept(messages.text("byhand.status"));
                expect(Optional.ofNullable(draft.expiry().get()).orElse(Expiry.guessFrom(LocalDate.now(clock))));
            }
        });
        date.subscribe(this::noteExpiry);
        dateConfirmed.subscribe(this::noteExpiry);
    }

    /** True once the person says that the token is saved in Entra. */
    public BooleanProperty done() {
        return done;
    }

    /** The day the token runs out; null while none is entered. */
    public ObjectProperty<@Nullable LocalDate> date() {
        return date;
    }

    /** True if Apple shows that day. */
    public BooleanProperty dateConfirmed() {
        return dateConfirmed;
    }

    /** How the day is known, or what is wrong with it, in words. */
    public ReadOnlyStringProperty dateHint() {
        return dateHint.getReadOnlyProperty();
    }

    /** True if there is a day to write into the files. */
    public ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    /** What came of the last file, in words; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Asks where, and writes the calendar file. */
    public void saveReminder() {
        record().flatMap(keepsakes::saveReminder).ifPresent(message::set);
    }

    /** Asks where, and writes the receipt. */
    public void saveReceipt() {
        record().flatMap(keepsakes::saveReceipt).ifPresent(message::set);
    }

    private void expect(Expiry expected) {
        known = expected;
        dateConfirmed.set(expected.source() == Expiry.Source.CONFIRMED);
        date.set(expected.date());
        noteExpiry();
    }

    private void noteExpiry() {
        LocalDate day = date.get();
        boolean past = day != null && day.isBefore(LocalDate.now(clock));
        expiry = Optional.ofNullable(day).filter(_ -> !past).map(this::read);
        writable.set(expiry.isPresent());
        dateHint.set(messages.text(past
                ? "byhand.date.past"
                : expiry.map(it -> "byhand.date." + it.source()).orElse("byhand.date.missing")));
    }

    /** A day other than the expected one can only come from what Apple shows. */
    private Expiry read(LocalDate day) {
        return dateConfirmed.get() || !day.equals(known.date()) ? Expiry.confirmed(day) : known;
    }

    private Optional<RenewalRecord> record() {
        return Optional.ofNullable(draft.portal().get())
                .filter(_ -> done.get())
                .flatMap(portal -> expiry.map(until -> new RenewalRecord(practising, version, portal,
                        Optional.ofNullable(draft.signedIn().get())
                                .map(who -> new RenewalRecord.SignedIn(who.account(), who.tenantName())),
                        Optional.ofNullable(draft.target().get())
                                .map(target -> new RenewalRecord.EnterpriseApp(target.app().name(),
                                        target.app().id())),
                        doneAt, clock.getZone(), new RenewalRecord.ByHand(), until,
                        RenewalRecord.OldTokenFate.NOT_YET)));
    }
}
