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

/** When a token runs out, as a person enters it: what is expected, until they confirm it or choose another day. */
public final class ExpiryDate {
    private final Messages messages;
    private final Clock clock;
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>(this, "day");
    private final BooleanProperty confirmed = new SimpleBooleanProperty(this, "confirmed");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ReadOnlyObjectWrapper<@Nullable Expiry> expiry = new ReadOnlyObjectWrapper<>(this, "expiry");
    private Optional<Expiry> expected = Optional.empty();

    /**
     * Begins with no day.
     *
     * @param messages the words
     * @param clock tells the day, since no token that can be used ran out before it
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

    /** True once the person has seen this day at Apple. */
    public BooleanProperty confirmed() {
        return confirmed;
    }

    /** How the day is known, or what is wrong with it, in words. */
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    /** When the token runs out; null while there is no day it can be. */
    public ReadOnlyObjectProperty<@Nullable Expiry> expiry() {
        return expiry.getReadOnlyProperty();
    }

    /** Begins anew for another token; what was confirmed of the one before says nothing about it. */
    public void begin(Expiry of) {
        confirmed.set(of.source() == Expiry.Source.CONFIRMED);
        expect(of);
        day.set(of.date());
    }

    /** Takes over what is expected of the same token, unless the person has confirmed a day. */
    public void expect(Expiry of) {
        if (expected.equals(Optional.of(of))) {
            return;
        }
        expected = Optional.of(of);
        if (!confirmed.get()) {
            day.set(of.date());
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

    /** A day other than the expected one can only come from what Apple shows. */
    private Expiry read(LocalDate entered) {
        return expected.filter(it -> !confirmed.get() && it.date().equals(entered))
                .orElseGet(() -> Expiry.confirmed(entered));
    }
}
