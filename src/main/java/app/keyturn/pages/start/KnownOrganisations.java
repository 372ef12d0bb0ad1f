package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.renewal.Expiry;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The organisations renewed on this computer before, as the first page shows them: soonest first. */
public final class KnownOrganisations {
    /** From so many on, looking for one by its name is quicker than reading them all. */
    static final int MANY = 6;
    /** Up to so many days are easier to grasp than a date. */
    private static final long NEAR = 90;
    /** Apple lets the next token be made 60 days before, and so do the reminders. */
    private static final long SOON = 60;

    private final Optional<ExpiryBook> book;
    private final Clock clock;
    private final ObservableList<ExpiryEntry> all;
    private final FilteredList<ExpiryEntry> shown;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<@Nullable ExpiryEntry> asked = new ReadOnlyObjectWrapper<>(this, "asked");

    /** How near the end of a token is. */
    enum Urgency {
        /** It has run out. */
        PAST,
        /** It is time to renew. */
        SOON,
        /** There is time. */
        LATER
    }

    /**
     * Reads what a book knows.
     *
     * @param book empty where nothing is remembered, as in practice
     * @param clock now, and the person's time zone
     */
    public KnownOrganisations(Optional<ExpiryBook> book, Clock clock) {
        this.book = book;
        this.clock = clock;
        all = FXCollections.observableArrayList(book.map(ExpiryBook::entries).orElseGet(List::of));
        shown = new FilteredList<>(all);
        search.subscribe(text -> shown.setPredicate(entry -> fits(entry, text)));
    }

    /** All of them. */
    ObservableList<ExpiryEntry> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /** True while there is something to show: an organisation, or what is wrong with the book. */
    ObservableValue<Boolean> visible() {
        return Bindings.createBooleanBinding(() -> !all.isEmpty() || book.flatMap(ExpiryBook::fileIssue).isPresent(),
                all,
                asked);
    }

    /** Those that fit what is looked for. */
    ObservableList<ExpiryEntry> shown() {
        return shown;
    }

    /** What is looked for: a part of a name, or of an address. */
    StringProperty search() {
        return search;
    }

    /** The organisation that the person is asked about, whether to forget it; null if none is. */
    ReadOnlyObjectProperty<@Nullable ExpiryEntry> asked() {
        return asked.getReadOnlyProperty();
    }

    /** Asks whether to forget an organisation. */
    void ask(ExpiryEntry entry) {
        asked.set(entry);
    }

    /** Leaves the organisation in the book that was asked about. */
    void keep() {
        asked.set(null);
    }

    /**
     * Forgets the organisation that was asked about.
     *
     * @return false if the book could not be written
     */
    boolean forget() {
        ExpiryEntry entry = asked.get();
        asked.set(null);
        if (entry == null) {
            return true;
        }
        try {
            book.orElseThrow().forget(entry);
            all.remove(entry);
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }

    /** What is wrong with the book, in words; empty if nothing is. */
    String note(Messages messages) {
        return book.flatMap(ExpiryBook::fileIssue).map(what -> messages.text("start.book." + what)).orElse("");
    }

    /** Whose token it is time to renew, in words, if that is so for any; empty if there is time. */
    String near(Messages messages) {
        return all.stream()
                .findFirst()
                .filter(first -> urgency(first) != Urgency.LATER)
                .map(first -> messages.text("start.known.near." + urgency(first), first.tenantName(),
                        expires(first, messages)))
                .orElse("");
    }

    /** How near its end is. */
    Urgency urgency(ExpiryEntry entry) {
        long days = days(entry);
        return days < 0 ? Urgency.PAST : days <= SOON ? Urgency.SOON : Urgency.LATER;
    }

    /** Which organisation, at which of Apple's portals. */
    String name(ExpiryEntry entry, Messages messages) {
        return messages.text("start.known", entry.tenantName(), messages.text("start.known." + entry.portal()));
    }

    /** Until when its token holds, and how that is known. */
    String until(ExpiryEntry entry, Messages messages) {
        String expires = expires(entry, messages);
        return entry.expiry().source() == Expiry.Source.GUESS
                ? messages.text("start.known.guess", expires)
                : expires;
    }

    /** Who renewed it, and when. */
    String renewed(ExpiryEntry entry, Messages messages) {
        return messages.text("start.known.renewed",
                messages.day(LocalDate.ofInstant(entry.renewedAt(), clock.getZone())), entry.renewedBy());
    }

    private String expires(ExpiryEntry entry, Messages messages) {
        long days = days(entry);
        if (days > NEAR) {
            return messages.text("start.expires.on", messages.day(entry.expiry().date()));
        }
        if (days > 1) {
            return messages.text("start.expires.in", days);
        }
        if (days < -1) {
            return messages.text("start.expires.ago", -days);
        }
        return messages.text("start.expires." + (days == 1 ? "tomorrow" : days == 0 ? "today" : "yesterday"));
    }

    private long days(ExpiryEntry entry) {
        return ChronoUnit.DAYS.between(LocalDate.now(clock), entry.expiry().date());
    }

    private static boolean fits(ExpiryEntry entry, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(entry.tenantName(), entry.appName(), entry.renewedBy(), entry.tenantId())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
