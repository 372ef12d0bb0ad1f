package app.keyturn.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.AtomicFile;
import app.keyturn.platform.FileMutex;
import app.keyturn.platform.Folders;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ScimToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The organisations renewed on this computer and when their tokens expire: {@code expiry-book.json}, in the user's own
 * data folder. It contains no secret.
 *
 * <p>Nothing in the file is lost. Members unknown to this version are kept; a file that cannot be read is renamed; a
 * book of a later version is neither read nor written.
 */
public final class ExpiryBook {
    /** A longer file is not read. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final String NAME = "expiry-book";
    private static final String EXTENSION = ".json";
    private static final String LOCK_FILE = ".keyturn-expiry-book.lock";

    private final Path folder;
    /** Written on any thread, and read by the window at any moment. */
    private volatile ExpiryJson book = ExpiryJson.empty();

    private volatile Optional<FileIssue> fileIssue = Optional.empty();

    /** An issue of the file. The names are part of message keys. */
    public enum FileIssue {
        /** It could not be read, and was renamed. */
        SET_ASIDE,
        /** It can be neither read nor renamed; it is not overwritten. */
        IN_THE_WAY,
        /** A later version of this program wrote it; it is left alone. */
        NEWER,
        /** The last change could not be written. */
        NOT_WRITTEN
    }

    private ExpiryBook(Path folder) {
        this.folder = folder;
    }

    /** Reads the book in a folder. Nothing is written there before the first change. */
    public static ExpiryBook open(Path folder) {
        ExpiryBook opened = new ExpiryBook(folder);
        opened.read();
        return opened;
    }

    /** All organisations, the earliest expiry first. */
    public List<ExpiryEntry> entries() {
        return book.entries()
                .stream()
                .sorted(Comparator.<ExpiryEntry, LocalDate>comparing(entry -> entry.expiry().date())
                        .thenComparing(ExpiryEntry::tenantName))
                .toList();
    }

    /** The issue of the file; empty if there is none. */
    public Optional<FileIssue> fileIssue() {
        return fileIssue;
    }

    /** The file; it need not exist yet. */
    public Path path() {
        return folder.resolve(NAME + EXTENSION);
    }

    /** The entry of an organisation; empty if it was never renewed. */
    public Optional<ExpiryEntry> entry(Portal portal, String tenantId) {
        return book.entry(portal, tenantId);
    }

    /** The entry for the organisation of a renewal; empty if there is none, or the record names no organisation. */
    public Optional<ExpiryEntry> entry(RenewalRecord record) {
        return book.entry(record);
    }

    /** A token that was saved from this computer before; empty if it was not, or is no longer remembered. */
    public Optional<SavedToken> findToken(ScimToken token) {
        return book.entries()
                .stream()
                .flatMap(entry -> entry.tokens().stream())
                .filter(saved -> saved.fingerprint().matches(token))
                .findFirst();
    }

    /**
     * Adds a renewal, or replaces the earlier one of the same organisation and portal. A renewal by hand without an
     * organisation is not added.
     *
     * @throws IOException if the file could not be written or must not be overwritten; it is unchanged
     */
    public void put(RenewalRecord record) throws IOException {
        update(current -> ExpiryEntry.from(record, current.entry(record)).map(current::with).orElse(current));
    }

    /**
     * Updates the entry of a renewal that was added before. Does nothing if the organisation was forgotten or renewed
     * again since, perhaps in another window.
     *
     * @throws IOException if the file could not be written or must not be overwritten; it is unchanged
     */
    public void putIfPresent(RenewalRecord record) throws IOException {
        update(current -> current.entry(record)
                .filter(entry -> entry.isOf(record))
                .flatMap(entry -> ExpiryEntry.from(record, Optional.of(entry)))
                .map(current::with)
                .orElse(current));
    }

    /**
     * Takes the next sequence number for an organisation's reminders. Call before they are written.
     *
     * @return the series for these reminders; empty if the organisation is not in the book
     */
    public Optional<ReminderSeries> nextReminderSeries(RenewalRecord record) {
        try {
            update(current -> current.entry(record)
                    .map(ExpiryEntry::withNextReminders)
                    .map(current::with)
                    .orElse(current));
        } catch (IOException _) {
            // Reminders matter more than their number; fileIssue() reports the failure.
        }
        return entry(record).map(ExpiryEntry::reminders);
    }

    /**
     * Removes an organisation.
     *
     * @throws IOException if the file could not be written; it is unchanged
     */
    public void forget(ExpiryEntry entry) throws IOException {
        update(current -> current.without(entry));
    }

    /**
     * Restores an organisation as it was.
     *
     * @throws IOException if the file could not be written; it is unchanged
     */
    public void restore(ExpiryEntry entry) throws IOException {
        update(current -> current.with(entry));
    }

    /** Reads the file again under a lock, since another window may have changed it, and writes it. */
    private synchronized void update(UnaryOperator<ExpiryJson> change) throws IOException {
        try {
            Folders.create(folder);
            FileMutex.runLocked(folder.resolve(LOCK_FILE), () -> {
                read();
                if (isReadOnly()) {
                    throw new IOException("The expiry book must not be overwritten");
                }
                ExpiryJson changed = change.apply(book);
                if (changed != book) {
                    AtomicFile.write(path(), changed.toText().getBytes(UTF_8));
                    book = changed;
                }
            });
        } catch (IOException notWritten) {
            if (!isReadOnly()) {
                fileIssue = Optional.of(FileIssue.NOT_WRITTEN);
            }
            throw notWritten;
        }
    }

    private boolean isReadOnly() {
        return fileIssue.filter(issue -> issue == FileIssue.NEWER || issue == FileIssue.IN_THE_WAY).isPresent();
    }

    private void read() {
        ExpiryJson now = ExpiryJson.empty();
        // That a file was renamed stays reported until the program ends.
        Optional<FileIssue> issue = fileIssue.filter(it -> it == FileIssue.SET_ASIDE);
        if (!Files.notExists(path(), LinkOption.NOFOLLOW_LINKS)) {
            Optional<ExpiryJson> found = AtomicFile.readText(path(), MAX_BYTES).flatMap(ExpiryJson::parse);
            if (found.isEmpty()) {
                issue = Optional.of(setAside());
            } else if (found.get().isNewer()) {
                issue = Optional.of(FileIssue.NEWER);
            } else {
                now = found.get();
            }
        }
        book = now;
        fileIssue = issue;
    }

    private FileIssue setAside() {
        try {
            Path renamed = Files.createTempFile(folder, NAME + "-not-readable-", EXTENSION);
            try {
                Files.move(path(), renamed, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException notMoved) {
                Files.deleteIfExists(renamed);
                throw notMoved;
            }
            return FileIssue.SET_ASIDE;
        } catch (IOException | SecurityException _) {
            return FileIssue.IN_THE_WAY;
        }
    }
}
