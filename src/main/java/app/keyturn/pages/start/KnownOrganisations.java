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

/** The organisations renewed on this computer before, and their apps, the most urgent first. */
public final class KnownOrganisations {
    /** From this number on, a search field is quicker than reading the list. */
    static final int SEARCH_FROM = 6;
    /** Up to this number of days, "in 30 days" is easier to grasp than a date. */
    private static final long DAYS_AS_NUMBER = 90;
    /** Apple allows the next token 60 days before expiry; reminders begin then, too. */
    private static final long SOON = 60;

    private final Optional<ExpiryBook> book;
    private final Clock clock;
    private final ObservableList<ExpiryEntry> all;
    private final FilteredList<ExpiryEntry> shown;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<@Nullable ExpiryEntry> forgetQuestion = new ReadOnlyObjectWrapper<>(this,
            "forgetQuestion");

    /** How soon a token expires. */
    enum Urgency {
        PAST, SOON, LATER
    }

    /**
     * Reads the organisations from the book.
     *
     * @param book empty if nothing is remembered, as in practice
     * @param clock the current time, in the user's time zone
     */
    public KnownOrganisations(Optional<ExpiryBook> book, Clock clock) {
        this.book = book;
        this.clock = clock;
        all = FXCollections.observableArrayList(book.map(ExpiryBook::entries).orElseGet(List::of));
        shown = new FilteredList<>(all);
        search.subscribe(text -> shown.setPredicate(entry -> matches(entry, text)));
    }

    ObservableList<ExpiryEntry> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /** True while there is something to show: an organisation, or an issue of the book. */
    ObservableValue<Boolean> visible() {
        return Bindings.createBooleanBinding(() -> !all.isEmpty() || book.flatMap(ExpiryBook::fileIssue).isPresent(),
                all,
                forgetQuestion);
    }

    /** Those that match the search. */
    ObservableList<ExpiryEntry> matches() {
        return shown;
    }

    /** A part of a name or an address. */
    StringProperty search() {
        return search;
    }

    /** The organisation to forget if the user confirms it; null if there is no question. */
    ReadOnlyObjectProperty<@Nullable ExpiryEntry> forgetQuestion() {
        return forgetQuestion.getReadOnlyProperty();
    }

    void askToForget(ExpiryEntry entry) {
        forgetQuestion.set(entry);
    }

    /** Answers the question with no. */
    void keep() {
        forgetQuestion.set(null);
    }

    /**
     * Answers the question with yes.
     *
     * @return false if the book could not be written
     */
    boolean forget() {
        ExpiryEntry entry = forgetQuestion.get();
        forgetQuestion.set(null);
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

    /** Describes the issue of the book; empty if there is none. */
    String bookProblem(Messages messages) {
        return book.flatMap(ExpiryBook::fileIssue).map(what -> messages.text("start.book." + what)).orElse("");
    }

    /** Names the organisation whose token should be renewed soon; empty if there is time. */
    String expiringSoon(Messages messages) {
        return all.stream()
                .findFirst()
                .filter(first -> urgency(first) != Urgency.LATER)
                .map(first -> messages.text("start.known.near." + urgency(first), organisation(first, messages),
                        expires(first, messages)))
                .orElse("");
    }

    Urgency urgency(ExpiryEntry entry) {
        long days = days(entry);
        return days < 0 ? Urgency.PAST : days <= SOON ? Urgency.SOON : Urgency.LATER;
    }

    /** The organisation, and which of Apple's portals. */
    String name(ExpiryEntry entry, Messages messages) {
        return messages.text("start.known", organisation(entry, messages),
                messages.text("start.known." + entry.portal()));
    }

    /** The organisation, with its app where another one is listed for the same portal. */
    String organisation(ExpiryEntry entry, Messages messages) {
        List<ExpiryEntry> others = all.stream()
                .filter(other -> !other.equals(entry) && other.portal() == entry.portal()
                        && other.tenantId().equalsIgnoreCase(entry.tenantId()))
                .toList();
        if (others.isEmpty()) {
            return entry.tenantName();
        }
        if (entry.appName().isEmpty()) {
            return entry.tenantName(); // of an old file, which does not name the app
        }
        return others.stream().anyMatch(other -> other.appName().equalsIgnoreCase(entry.appName()))
                ? messages.text("start.known.with-app-id", entry.tenantName(), entry.appName(), entry.appObjectId())
                : messages.text("start.known.with-app", entry.tenantName(), entry.appName());
    }

    /** Until when its token is valid, and how that is known. */
    String validUntil(ExpiryEntry entry, Messages messages) {
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
        if (days > DAYS_AS_NUMBER) {
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

    private static boolean matches(ExpiryEntry entry, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(entry.tenantName(), entry.appName(), entry.renewedBy(), entry.tenantId())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
