package app.keyturn;

import app.keyturn.aftercare.ExpiryBook;
import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.aftercare.RenewalRecord;
import app.keyturn.pages.byhand.HandWork;
import app.keyturn.pages.done.TakeHome;
import java.io.IOException;
import java.util.Optional;

/**
 * Notes renewals in the expiry book, and what becomes known of them. The renewal is done whatever comes of that: the book
 * knows what is wrong with it, and the first page says so.
 */
final class Bookkeeper {
    private final ExpiryBook book;
    /** What stood in the book before the person said to have finished by hand; empty if nothing did. */
    private Optional<ExpiryEntry> before = Optional.empty();
    private Optional<RenewalRecord> noted = Optional.empty();

    private Bookkeeper(ExpiryBook book) {
        this.book = book;
    }

    /** Keeps the book for a renewal that Keyturn does, from now on. */
    static void keep(ExpiryBook book, TakeHome home) {
        home.follow(record -> {
            try {
                book.note(record);
            } catch (IOException _) {
                // as said above
            }
        });
    }

    /** Keeps the book for a renewal by hand, from now on. Whoever takes that back finds the book as it was. */
    static void keep(ExpiryBook book, HandWork work) {
        Bookkeeper keeper = new Bookkeeper(book);
        work.follow(record -> {
            try {
                keeper.follow(record);
            } catch (IOException _) {
                // as said above
            }
        });
    }

    private void follow(Optional<RenewalRecord> record) throws IOException {
        if (record.isPresent()) {
            if (noted.isEmpty()) {
                before = entry(record.get());
            }
            noted = record;
            book.note(record.get());
        } else if (noted.isPresent()) {
            Optional<ExpiryEntry> entry = entry(noted.get());
            noted = Optional.empty();
            if (before.isPresent()) {
                book.putBack(before.get());
            } else if (entry.isPresent()) {
                book.forget(entry.get());
            }
        }
    }

    private Optional<ExpiryEntry> entry(RenewalRecord record) {
        return record.signedIn().flatMap(who -> book.entry(record.portal(), who.account().tenantId()));
    }
}
