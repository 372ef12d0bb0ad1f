package app.keyturn.pages.common;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person can take home from a renewal, however it was done. Nothing is known of it before the renewal is done. */
public interface DocumentExport {
    /**
     * What came of writing something.
     *
     * @param words that say it, in the language of the moment
     * @param page what was written to be read; empty if nothing was, or not for reading
     */
    record Kept(Supplier<String> words, Optional<Path> page) {}

    /** Asks where, and writes the calendar file; empty if the person changed their mind. */
    Optional<Kept> saveReminder();

    /** The days to be reminded on, as text for a calendar on paper; empty if none is left. */
    Optional<String> dates();

    /** Asks where, and writes the receipt; empty if the person changed their mind. */
    Optional<Kept> saveReceipt();
}
