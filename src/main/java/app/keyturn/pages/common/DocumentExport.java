package app.keyturn.pages.common;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The files a user can keep from a renewal, done by Keyturn or by hand. There are none before the renewal is done. */
public interface DocumentExport {
    /**
     * The result of writing a file.
     *
     * @param done false if nothing was written or opened
     * @param text describes it in the current language
     * @param page the file, if it is one to be read
     */
    record ExportResult(boolean done, Supplier<String> text, Optional<Path> page) {}

    /** Opens the reminder with the user's calendar program. */
    ExportResult openReminder();

    /** Asks where to save, and writes the calendar file; empty if the user cancels. */
    Optional<ExportResult> saveReminder();

    /** The same, with an event for each of the dates. */
    Optional<ExportResult> saveEachDay();

    /** The dates of the reminders as text, for calendars without file import; empty if none is left. */
    Optional<String> dates();

    /** Asks where to save, and writes the receipt; empty if the user cancels. */
    Optional<ExportResult> saveReceipt();
}
