package app.keyturn.records;

import app.keyturn.records.ExpiryBook.FileIssue;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Records renewals in the expiry book, and removes one again when the user takes it back. Writes only what is new, and
 * only where {@code writes} runs it.
 */
public final class ExpiryRecorder {
    private final ExpiryBook book;
    private final Executor writes;
    private final Consumer<Optional<FileIssue>> results;
    /** The last record that was written. */
    private Optional<RenewalRecord> written = Optional.empty();
    /** The entry before the user said that the renewal was finished by hand; empty if there was none. */
    private Optional<ExpiryEntry> before = Optional.empty();

    /**
     * Records nothing yet.
     *
     * @param writes runs each write, in order
     * @param results gets, after each write, why it failed; empty if it did not
     */
    public ExpiryRecorder(ExpiryBook book, Executor writes, Consumer<Optional<FileIssue>> results) {
        this.book = book;
        this.writes = writes;
        this.results = results;
    }

    /**
     * Records a renewal, or what has become known of it since. An organisation that was forgotten since, or renewed
     * again in another window, is left as it is.
     */
    public void record(RenewalRecord renewal) {
        writes.execute(() -> {
            if (written.filter(renewal::isSameRenewal).isEmpty()) {
                write(renewal, () -> book.put(renewal));
            } else if (written.filter(renewal::saysTheSameAs).isEmpty()) {
                write(renewal, () -> book.putIfPresent(renewal));
            }
        });
    }

    /** Records a renewal finished by hand; empty when the user takes it back, which restores the book as it was. */
    public void recordByHand(Optional<RenewalRecord> renewal) {
        writes.execute(() -> renewal.ifPresentOrElse(this::add, this::remove));
    }

    private void add(RenewalRecord renewal) {
        boolean another = written.filter(renewal::isSameRenewal).isEmpty();
        write(renewal, () -> {
            Optional<ExpiryEntry> previous = book.put(renewal);
            if (another) {
                before = previous;
            }
        });
    }

    private void remove() {
        Optional<RenewalRecord> said = written;
        written = Optional.empty();
        said.ifPresent(renewal -> attempt(() -> book.takeBack(renewal, before)));
    }

    private void write(RenewalRecord renewal, BookChange change) {
        if (attempt(change)) {
            written = Optional.of(renewal);
        }
    }

    private interface BookChange {
        void run() throws IOException;
    }

    private boolean attempt(BookChange change) {
        try {
            change.run();
            results.accept(Optional.empty());
            return true;
        } catch (IOException notWritten) {
            // The renewal is done all the same. The book reports its issue, and the first page shows it.
            results.accept(book.fileIssue());
            return false;
        }
    }
}
