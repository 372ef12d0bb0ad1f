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
 * The organisations renewed on this computer, and when each one's token runs out: {@code expiry-book.json}, in a folder
 * of this person's alone. No secret stands in it.
 *
 * <p>Nothing in the file is lost. What this version does not know is kept; a file that cannot be read is moved aside
 * under another name; a book of a later version is left alone, unread and unwritten.
 */
public final class ExpiryBook {
    /** The longest file that is read, in bytes. */
    static final int LONGEST = 1024 * 1024;

    private static final String NAME = "expiry-book";
    private static final String ENDING = ".json";
    private static final String LOCK = ".keyturn-expiry-book.lock";

    private final Path folder;
    private ExpiryJson book = ExpiryJson.empty();
    private Optional<Trouble> trouble = Optional.empty();

    /** What is wrong with the file. */
    public enum Trouble {
        /** It could not be read, and lies beside its place now, under another name. */
        SET_ASIDE,
        /** It can neither be read nor moved; nothing is written in its place. */
        IN_THE_WAY,
        /** A later version of this program wrote it; it is left alone. */
        NEWER,
        /** What was to be noted last could not be written. */
        NOT_WRITTEN
    }

    private ExpiryBook(Path folder) {
        this.folder = folder;
    }

    /** Opens the book of a folder; nothing is written there before {@link #note(RenewalRecord)}. */
    public static ExpiryBook in(Path folder) {
        ExpiryBook opened = new ExpiryBook(folder);
        opened.read();
        return opened;
    }

    /** The organisations, the one whose token runs out first in front. */
    public List<ExpiryEntry> entries() {
        return book.entries()
                .stream()
                .sorted(Comparator.<ExpiryEntry, LocalDate>comparing(entry -> entry.expiry().date())
                        .thenComparing(ExpiryEntry::tenantName))
                .toList();
    }

    /** What is wrong with the file; empty if nothing is. */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    /** Where the file is, or will be. */
    public Path path() {
        return folder.resolve(NAME + ENDING);
    }

    /** What is known of an organisation; empty if nothing was renewed there. */
    public Optional<ExpiryEntry> entry(Portal portal, String tenantId) {
        return book.entry(portal, tenantId);
    }

    /** What is known of the organisation of a renewal; empty if nothing is, or if the renewal does not tell which it was. */
    public Optional<ExpiryEntry> entry(RenewalRecord record) {
        return book.entry(record);
    }

    /** The token as it was saved from here before; empty if it was not, or nobody remembers. */
    public Optional<SavedToken> savedBefore(ScimToken token) {
        return book.entries()
                .stream()
                .flatMap(entry -> entry.tokens().stream())
                .filter(saved -> saved.fingerprint().matches(token))
                .findFirst();
    }

    /**
     * Notes a renewal, or how the same one stands by now, in the place of an older one of the same organisation and
     * portal. Nothing is noted of a renewal by hand of which nobody knows the organisation.
     *
     * @throws IOException if it could not be written, or what stands in its place must not be; the file is as it was
     */
    public void note(RenewalRecord record) throws IOException {
        change(now -> ExpiryEntry.of(record, now.entry(record)).map(now::with).orElse(now));
    }

    /**
     * Takes the next number for an organisation's reminders, before they are written.
     *
     * @return the series to write them under; empty if the organisation is not in the book
     */
    public Optional<ReminderSeries> nextReminder(RenewalRecord record) {
        try {
            change(now -> now.entry(record).map(ExpiryEntry::reminded).map(now::with).orElse(now));
        } catch (IOException _) {
            // The reminders are worth more than their number; the book knows what is wrong with it.
        }
        return entry(record).map(ExpiryEntry::reminder);
    }

    /**
     * Forgets an organisation.
     *
     * @throws IOException if it could not be written; the file is as it was
     */
    public void forget(ExpiryEntry entry) throws IOException {
        change(now -> now.without(entry));
    }

    /**
     * Puts an organisation back as it was.
     *
     * @throws IOException if it could not be written; the file is as it was
     */
    public void putBack(ExpiryEntry entry) throws IOException {
        change(now -> now.with(entry));
    }

    /** Another window may have written meanwhile, so the file is read once more, and nobody else writes until it is written. */
    private synchronized void change(UnaryOperator<ExpiryJson> how) throws IOException {
        try {
            Folders.create(folder);
            FileMutex.take(folder.resolve(LOCK), () -> {
                read();
                if (isInTheWay()) {
                    throw new IOException("The expiry book must not be written over");
                }
                ExpiryJson changed = how.apply(book);
                if (changed != book) {
                    AtomicFile.write(path(), changed.text().getBytes(UTF_8));
                    book = changed;
                }
            });
        } catch (IOException notWritten) {
            if (!isInTheWay()) {
                trouble = Optional.of(Trouble.NOT_WRITTEN);
            }
            throw notWritten;
        }
    }

    private boolean isInTheWay() {
        return trouble.filter(found -> found == Trouble.NEWER || found == Trouble.IN_THE_WAY).isPresent();
    }

    private void read() {
        book = ExpiryJson.empty();
        if (trouble.filter(found -> found == Trouble.SET_ASIDE).isEmpty()) {
            trouble = Optional.empty(); // where the old file has gone is worth saying until the program ends
        }
        if (Files.notExists(path(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Optional<ExpiryJson> found = AtomicFile.text(path(), LONGEST).flatMap(ExpiryJson::read);
        if (found.isEmpty()) {
            trouble = Optional.of(setAside());
        } else if (found.get().isNewer()) {
            trouble = Optional.of(Trouble.NEWER);
        } else {
            book = found.get();
        }
    }

    private Trouble setAside() {
        try {
            Path beside = Files.createTempFile(folder, NAME + "-not-readable-", ENDING);
            try {
                Files.move(path(), beside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException stays) {
                Files.deleteIfExists(beside);
                throw stays;
            }
            return Trouble.SET_ASIDE;
        } catch (IOException | SecurityException _) {
            return Trouble.IN_THE_WAY;
        }
    }
}
