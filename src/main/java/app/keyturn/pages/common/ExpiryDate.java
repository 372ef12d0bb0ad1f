package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Expiry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The expiry date of a token, as the user enters it: the expected date, until the user confirms it or chooses another.
 */
public final class ExpiryDate {
    private final Messages messages;
    private final Clock clock;
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>(this, "day");
    private final BooleanProperty confirmed = new SimpleBooleanProperty(this, "confirmed");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ReadOnlyObjectWrapper<@Nullable Expiry> expiry = new ReadOnlyObjectWrapper<>(this, "expiry");
    private Optional<Expiry> expected = Optional.empty();

    /**
     * Starts without a date.
     *
     * @param clock the current date: a usable token has not expired before it
     */
    public ExpiryDate(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        day.subscribe(this::note);
        confirmed.subscribe(this::note);
    }

    /** The last day of the token; null while none is entered. */
    public ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    /** True once the user says that Apple shows this date. */
    public BooleanProperty confirmed() {
        return confirmed;
    }

    /** How the date is known, or why it is not accepted. */
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    /** When the token expires; null while the date is missing or impossible. */
    public ReadOnlyObjectProperty<@Nullable Expiry> expiry() {
        return expiry.getReadOnlyProperty();
    }

    /** Starts again for another token; a confirmation does not carry over. */
    public void begin(Expiry expiry) {
        confirmed.set(expiry.source() == Expiry.Source.CONFIRMED);
        expect(expiry);
        day.set(expiry.date());
    }

    /** Forgets date and confirmation: they were about a token that is no longer meant. */
    public void clear() {
        expected = Optional.empty();
        confirmed.set(false);
        day.set(null);
    }

    /** Sets the expected date of the same token, unless the user has confirmed one. */
    public void expect(Expiry expiry) {
        if (expected.equals(Optional.of(expiry))) {
            return;
        }
        expected = Optional.of(expiry);
        if (!confirmed.get()) {
            day.set(expiry.date());
        }
        note();
    }

    private void note() {
        LocalDate entered = day.get();
        boolean past = entered != null && entered.isBefore(LocalDate.now(clock));
        Expiry known = entered == null || past ? null : read(entered);
        expiry.set(known);
        hint.bind(messages.live(known != null ? "expiry." + known.source() : past ? "expiry.past" : "expiry.missing"));
    }

    /** A date other than the expected one can only come from what Apple shows. */
    private Expiry read(LocalDate entered) {
        return expected.filter(it -> !confirmed.get() && it.date().equals(entered))
                .orElseGet(() -> Expiry.confirmed(entered));
    }
}
