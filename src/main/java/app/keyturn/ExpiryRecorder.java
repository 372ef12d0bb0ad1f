package app.keyturn;

import app.keyturn.pages.byhand.ManualCompletion;
import app.keyturn.pages.done.RenewalSummary;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.RenewalRecord;
import java.io.IOException;
import java.util.Optional;

/** Notes renewals in the expiry book, and what becomes known of them. */
final class ExpiryRecorder {
    private final ExpiryBook book;
    private Optional<RenewalRecord> noted = Optional.empty();
    /** What stood in the book before the person said to have finished by hand; empty if nothing did. */
    private Optional<ExpiryEntry> before = Optional.empty();

    private ExpiryRecorder(ExpiryBook book) {
        this.book = book;
    }

    /** Keeps the book for a renewal that Keyturn does, from now on. */
    static void keep(ExpiryBook book, RenewalSummary summary) {
        summary.subscribe(record -> write(() -> book.put(record)));
    }

    /** Keeps the book for a renewal by hand, from now on. Whoever takes that back finds the book as it was. */
    static void keep(ExpiryBook book, ManualCompletion completion) {
        ExpiryRecorder keeper = new ExpiryRecorder(book);
        completion.subscribe(record -> record.ifPresentOrElse(keeper::note, keeper::takeBack));
    }

    private void note(RenewalRecord record) {
        if (noted.isEmpty()) {
            before = book.entry(record);
        }
        noted = Optional.of(record);
        write(() -> book.put(record));
    }

    private void takeBack() {
        Optional<ExpiryEntry> entry = noted.flatMap(book::entry);
        noted = Optional.empty();
        entry.ifPresent(made -> write(() -> {
            if (before.isPresent()) {
                book.restore(before.get());
            } else {
                book.forget(made);
            }
        }));
    }

    /** What is done to the book. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing what) {
        try {
            what.run();
        } catch (IOException _) {
            // The renewal is done all the same; the book knows what is wrong with it, and the first page says so.
        }
    }
}
