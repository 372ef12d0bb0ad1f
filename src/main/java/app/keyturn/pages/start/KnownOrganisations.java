package app.keyturn.pages.start;

import app.keyturn.aftercare.ExpiryBook;
import app.keyturn.aftercare.ExpiryBook.Trouble;
import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.renewal.Expiry;
import app.keyturn.wizard.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The organisations renewed on this computer before, as the first page shows them.
 *
 * @param entries the one whose token runs out first in front
 * @param trouble what is wrong with the book
 * @param clock now, and the person's time zone
 */
public record KnownOrganisations(List<ExpiryEntry> entries, Optional<Trouble> trouble, Clock clock) {
    /** As many as leave the page calm. */
    private static final int SHOWN = 3;
    /** Up to so many days are easier to grasp than a date. */
    private static final long NEAR = 90;

    public KnownOrganisations {
        entries = List.copyOf(entries);
    }

    /** What a book knows; without a book, none. */
    public static KnownOrganisations of(Optional<ExpiryBook> book, Clock clock) {
        return new KnownOrganisations(book.map(ExpiryBook::entries).orElse(List.of()),
                book.flatMap(ExpiryBook::trouble),
                clock);
    }

    /** Those to show. */
    List<ExpiryEntry> shown() {
        return entries.stream().limit(SHOWN).toList();
    }

    /** How many more there are, in words; empty if none. */
    String more(Messages messages) {
        int more = entries.size() - shown().size();
        return more == 0 ? "" : messages.text("start.known.more", more);
    }

    /** What is wrong with the book, in words; empty if nothing is. */
    String note(Messages messages) {
        return trouble.map(what -> messages.text("start.book." + what)).orElse("");
    }

    /** Which organisation, and until when its token holds. */
    String words(ExpiryEntry entry, Messages messages) {
        String name = messages.text("start.known", entry.tenantName(),
                messages.text("start.known." + entry.portal()), expires(entry.expiry().date(), messages));
        return entry.expiry().source() == Expiry.Source.GUESS ? messages.text("start.known.guess", name) : name;
    }

    private String expires(LocalDate last, Messages messages) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), last);
        if (days > NEAR) {
            return messages.text("start.expires.on", messages.day(last));
        }
        if (days > 1) {
            return messages.text("start.expires.in", days);
        }
        if (days < -1) {
            return messages.text("start.expires.ago", -days);
        }
        return messages.text("start.expires." + (days == 1 ? "tomorrow" : days == 0 ? "today" : "yesterday"));
    }
}
