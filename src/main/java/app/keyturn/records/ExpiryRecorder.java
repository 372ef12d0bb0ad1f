package app.keyturn.records;

import java.io.IOException;
import java.util.Optional;

/** Records renewals in the expiry book, and removes one again when the user takes it back. */
public final class ExpiryRecorder {
    private final ExpiryBook book;
    private Optional<RenewalRecord> recorded = Optional.empty();
    /** The entry before the user said that the renewal was finished by hand; empty if there was none. */
    private Optional<ExpiryEntry> before = Optional.empty();

    public ExpiryRecorder(ExpiryBook book) {
        this.book = book;
    }

    /** Records a renewal, or what has become known of it since. */
    public void record(RenewalRecord renewal) {
        write(() -> book.put(renewal));
    }

    /** Records a renewal finished by hand; empty when the user takes it back, which restores the book as it was. */
    public void recordByHand(Optional<RenewalRecord> renewal) {
        renewal.ifPresentOrElse(this::add, this::remove);
    }

    private void add(RenewalRecord renewal) {
        if (recorded.isEmpty()) {
            before = book.entry(renewal);
        }
        recorded = Optional.of(renewal);
        record(renewal);
    }

    private void remove() {
        Optional<ExpiryEntry> entry = recorded.flatMap(book::entry);
        recorded = Optional.empty();
        entry.ifPresent(made -> write(() -> {
            if (before.isPresent()) {
                book.restore(before.get());
            } else {
                book.forget(made);
            }
        }));
    }

    private interface BookChange {
        void run() throws IOException;
    }

    private static void write(BookChange change) {
        try {
            change.run();
        } catch (IOException _) {
            // The renewal is done all the same. The book reports its issue, and the first page shows it.
        }
    }
}
