package app.keyturn.pages.common;

import app.keyturn.i18n.DateParser;
import app.keyturn.i18n.DateReading;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Expiry;
import app.keyturn.ui.Lazy;
import app.keyturn.ui.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The expiry date of a token, as the user enters it: the expected date, until the user confirms it or enters another.
 *
 * <p>What counts is the text, as soon as it is typed: so no button can act on an older date. A text that is no date, or may
 * be several, stays for the user to correct.
 */
public final class ExpiryDate {
    /** Apple's tokens last one year. A reminder for a later day would come too late, so the user is asked. */
    private static final int MAX_YEARS = 2;

    private final Messages messages;
    private final Clock clock;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>(this, "day");
    private final BooleanProperty confirmed = new SimpleBooleanProperty(this, "confirmed");
    private final Notice hint = new Notice();
    private final ReadOnlyObjectWrapper<List<LocalDate>> choices = new ReadOnlyObjectWrapper<>(this, "choices",
            List.of());
    private final ReadOnlyObjectWrapper<@Nullable Expiry> expiry = new ReadOnlyObjectWrapper<>(this, "expiry");
    private Optional<Expiry> expected = Optional.empty();
    /** Not needed before something is typed. */
    private Lazy<DateParser> parser;
    /** The day as the field shows it. */
    private String shown = "";
    /** True from the first key until the text is taken: nothing is wrong with half a date that is being typed. */
    private boolean typing;

    /**
     * Starts without a date.
     *
     * @param clock the current date: a usable token has not expired before it
     */
    public ExpiryDate(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        parser = parser();
        day.subscribe(chosen -> {
            if (chosen != null) {
                show(chosen);
            }
            note();
        });
        text.subscribe(() -> {
            typing = !isShown();
            note();
        });
        confirmed.subscribe(this::note);
        messages.language().subscribe((_, _) -> {
            parser = parser();
            LocalDate chosen = day.get();
            if (chosen != null && isShown()) {
                show(chosen);
            }
            note();
        });
        note();
    }

    /** The content of the field. */
    public StringProperty text() {
        return text;
    }

    /** The day in the calendar of the field, which follows when a text is taken; null while there is none. */
    public ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    /** True once the user says that Apple shows this date. */
    public BooleanProperty confirmed() {
        return confirmed;
    }

    /** How the date is known, what was understood, or why it is not accepted. */
    public Notice hint() {
        return hint;
    }

    /** The days that the text may mean, for the user to choose from; empty if there is nothing to choose. */
    public ReadOnlyObjectProperty<List<LocalDate>> choices() {
        return choices.getReadOnlyProperty();
    }

    /** When the token expires; null while the date is missing, not clear, or impossible. */
    public ReadOnlyObjectProperty<@Nullable Expiry> expiry() {
        return expiry.getReadOnlyProperty();
    }

    /** Starts again for another token; a confirmation does not carry over. */
    public void begin(Expiry expiry) {
        confirmed.set(expiry.source() == Expiry.Source.CONFIRMED);
        expect(expiry);
        choose(expiry.date());
    }

    /** Forgets date and confirmation: they were about a token that is no longer meant. */
    public void clear() {
        expected = Optional.empty();
        confirmed.set(false);
        shown = "";
        day.set(null);
        text.set("");
    }

    /** Sets the expected date of the same token, unless the user has confirmed or entered one. */
    public void expect(Expiry expiry) {
        boolean untouched = isShown() && expected.map(Expiry::date).equals(Optional.ofNullable(day.get()));
        expected = Optional.of(expiry);
        if (!confirmed.get() && untouched) {
            choose(expiry.date());
        }
        note();
    }

    /** Enters a day. */
    public void choose(LocalDate chosen) {
        day.set(chosen);
        show(chosen);
    }

    /** Takes what was typed: shows a date with its month in letters, and says what is wrong with any other text. */
    public void take() {
        LocalDate meant = read() instanceof DateReading.Day(LocalDate known) ? known : null;
        typing = false;
        if (meant == null) {
            day.set(null);
        } else {
            choose(meant);
        }
        note();
    }

    private DateReading read() {
        LocalDate chosen = day.get();
        if (chosen != null && isShown()) {
            return new DateReading.Day(chosen);
        }
        if (text.get().isEmpty()) {
            return new DateReading.Empty();
        }
        LocalDate today = LocalDate.now(clock);
        DateReading reading = parser.get().read(text.get(), today);
        return reading instanceof DateReading.Day(LocalDate far) && far.isAfter(today.plusYears(MAX_YEARS))
                ? new DateReading.Ambiguous(List.of(far))
                : reading;
    }

    private void show(LocalDate chosen) {
        shown = messages.day(chosen);
        text.set(shown);
        // The field may have set this text already.
        typing = false;
    }

    private boolean isShown() {
        return text.get().equals(shown);
    }

    private void note() {
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> possible = List.of();
        Expiry known = null;
        switch (read()) {
            case DateReading.Empty _ -> tell(Tone.NONE, "expiry.missing");
            case DateReading.Unreadable _ -> tell(Tone.BAD, "expiry.unreadable", messages.day(today.plusYears(1)));
            case DateReading.Ambiguous(List<LocalDate> days) -> {
                possible = days;
                tell(Tone.DOUBT, days.size() == 1 ? "expiry.question.one" : "expiry.question");
            }
            case DateReading.Day(LocalDate past) when past.isBefore(today) ->
                tell(Tone.BAD, "expiry.past", messages.day(past));
            case DateReading.Day(LocalDate entered) -> {
                known = expiry(entered);
                tell(Tone.NONE, typing ? "expiry.typed" : "expiry." + known.source(), messages.day(entered));
            }
        }
        choices.set(possible);
        expiry.set(known);
    }

    private void tell(Tone tone, String key, Object... arguments) {
        hint.show(typing ? Tone.NONE : tone, messages.live(key, arguments));
    }

    /** A date other than the expected one can only come from what Apple shows. */
    private Expiry expiry(LocalDate entered) {
        return expected.filter(it -> !confirmed.get() && it.date().equals(entered))
                .orElseGet(() -> Expiry.confirmed(entered));
    }

    private Lazy<DateParser> parser() {
        return new Lazy<>(() -> new DateParser(messages.userLocale(), messages.formatLocale()));
    }
}
