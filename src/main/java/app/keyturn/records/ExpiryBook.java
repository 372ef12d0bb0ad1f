package app.keyturn.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.AtomicFile;
import app.keyturn.platform.FileMutex;
import app.keyturn.platform.Folders;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ScimToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
    /** The last numbers given out by this window: an entry that is taken back takes its number out of the file. */
    private final Map<RenewedApp, ReminderSeries> given = new HashMap<>();
    /** Written on any thread, and read by the window at any moment. */
    private volatile ExpiryJson book = ExpiryJson.empty();

    private volatile Optional<FileIssue> fileIssue = Optional.empty();

    /** An issue of the file. The names are part of message keys. */
    public enum FileIssue {
        /** It could not be read, and was renamed. */
        SET_ASIDE,
        /** It cannot be read now, or is damaged and cannot be renamed; it is not overwritten. */
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

    /** All apps of all organisations, the earliest expiry first. */
    public List<ExpiryEntry> entries() {
        return book.entries()
                .stream()
                .sorted(Comparator.<ExpiryEntry, LocalDate>comparing(entry -> entry.expiry().date())
                        .thenComparing(ExpiryEntry::tenantName)
                        .thenComparing(ExpiryEntry::appName))
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

    /** The entry of an app; empty if it was never renewed. */
    public Optional<ExpiryEntry> entry(Portal portal, String tenantId, String appObjectId) {
        return book.entry(new RenewedApp(portal, tenantId, appObjectId));
    }

    /** The entry for the app of a renewal; empty if there is none, or the record names no organisation or app. */
    public Optional<ExpiryEntry> entry(RenewalRecord record) {
        return entry(book, RenewedApp.of(record));
    }

    private static Optional<ExpiryEntry> entry(ExpiryJson current, RenewedApp app) {
        return app.isKnown() ? current.entry(app) : Optional.empty();
    }

    /** A token that was saved from this computer before; empty if it was not, or is no longer remembered. */
    public Optional<SavedToken> findToken(ScimToken token) {
        return book.tokens().filter(saved -> saved.fingerprint().matches(token)).findFirst();
    }

    /**
     * Adds a renewal, replaces the earlier one of the same app, or adds what has become known since. If another window
     * has renewed the app meanwhile, its renewal stays. That the old token is revoked is taken back by the same renewal
     * with another status. A renewal by hand without an organisation is not added.
     *
     * @return the entry before, by the file; empty if there was none
     * @throws IOException if the file could not be written or must not be overwritten; it is unchanged
     */
    public Optional<ExpiryEntry> put(RenewalRecord record) throws IOException {
        RenewedApp app = RenewedApp.of(record);
        AtomicReference<Optional<ExpiryEntry>> before = new AtomicReference<>(Optional.empty());
        update(current -> {
            before.set(entry(current, app));
            return app.isKnown()
                    ? ExpiryEntry
                            .after(record, before.get(),
                                    Objects.requireNonNullElseGet(given.get(app), ReminderSeries::create))
                            .map(current::with)
                            .orElse(current)
                    : current;
        });
        return before.get();
    }

    /**
     * Updates the entry of a renewal that was added before. Does nothing if the app was forgotten or renewed again
     * since, perhaps in another window.
     *
     * @throws IOException if the file could not be written or must not be overwritten; it is unchanged
     */
    public void putIfPresent(RenewalRecord record) throws IOException {
        RenewedApp app = RenewedApp.of(record);
        update(current -> entry(current, app).filter(entry -> entry.isOf(record))
                .flatMap(entry -> ExpiryEntry.after(record, Optional.of(entry), entry.reminders()))
                .map(current::with)
                .orElse(current));
    }

    /**
     * Takes the next sequence number for an app's reminders. Call before they are written. A number is never given
     * twice, even if it cannot be written or the renewal is taken back.
     *
     * @return the series for these reminders; empty if the app is not in the book
     */
    public synchronized Optional<ReminderSeries> nextReminderSeries(RenewalRecord record) {
        RenewedApp app = RenewedApp.of(record);
        AtomicReference<Optional<ReminderSeries>> next = new AtomicReference<>(nextSeries(book, app));
        try {
            update(current -> {
                next.set(nextSeries(current, app));
                return next.get().map(series -> current.withReminders(app, series)).orElse(current);
            });
        } catch (IOException _) {
            // Reminders matter more than their number; fileIssue() reports the failure.
        }
        next.get().ifPresent(series -> given.put(app, series));
        return next.get();
    }

    private Optional<ReminderSeries> nextSeries(ExpiryJson current, RenewedApp app) {
        return entry(current, app).map(entry -> {
            ReminderSeries written = entry.reminders();
            ReminderSeries last = Objects.requireNonNullElse(given.get(app), written);
            return (written.sequence() == 0 ? last : written.orLater(last)).next();
        });
    }

    /**
     * Removes an app of an organisation.
     *
     * @throws IOException if the file could not be written; it is unchanged
     */
    public void forget(ExpiryEntry entry) throws IOException {
        update(current -> current.without(entry));
    }

    /**
     * Takes a renewal back: its entry is as it was before, except for the number of its reminders, which only ever
     * grows. Does nothing if the app was forgotten or renewed again since, perhaps in another window.
     *
     * @param before the entry before that renewal; empty if there was none
     * @throws IOException if the file could not be written; it is unchanged
     */
    public void takeBack(RenewalRecord record, Optional<ExpiryEntry> before) throws IOException {
        RenewedApp app = RenewedApp.of(record);
        update(current -> entry(current, app).filter(entry -> entry.isOf(record))
                .map(entry -> before.map(current::with).orElseGet(() -> current.without(entry)))
                .orElse(current));
    }

    /**
     * Sets an entry, except for the number of its reminders, which only ever grows.
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
                if (!changed.isSame(book)) {
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
        if (!Files.notExists(path())) {
            try {
                Optional<ExpiryJson> found = AtomicFile.readText(path(), MAX_BYTES).flatMap(ExpiryJson::parse);
                if (found.isEmpty()) {
                    issue = Optional.of(setAside());
                } else if (found.get().isNewer()) {
                    issue = Optional.of(FileIssue.NEWER);
                } else {
                    now = found.get();
                }
            } catch (IOException notNow) {
                issue = Optional.of(FileIssue.IN_THE_WAY);
            }
        }
        book = now;
        fileIssue = issue;
    }

    private FileIssue setAside() {
        try {
            AtomicFile.setAside(path());
            return FileIssue.SET_ASIDE;
        } catch (NoSuchFileException _) {
            return FileIssue.SET_ASIDE; // by another window
        } catch (IOException _) {
            return FileIssue.IN_THE_WAY;
        }
    }
}
