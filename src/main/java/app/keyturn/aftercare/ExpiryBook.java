package app.keyturn.aftercare;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.Folders;
import app.keyturn.platform.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Opens the book of a folder; nothing is written there before {@link #note}. */
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

    /**
     * Notes a renewal, in the place of an older one of the same organisation and portal. Another window may have
     * written meanwhile, so the file is read once more.
     *
     * @throws IOException if it could not be written, or what stands in its place must not be; the file is as it was
     */
    public void note(ExpiryEntry entry) throws IOException {
        read();
        if (trouble.filter(found -> found == Trouble.NEWER || found == Trouble.IN_THE_WAY).isPresent()) {
            throw new IOException("The expiry book must not be written over");
        }
        ExpiryJson changed = book.with(entry);
        try {
            Folders.create(folder);
            SafeFile.write(path(), changed.text().getBytes(UTF_8));
        } catch (IOException notWritten) {
            trouble = Optional.of(Trouble.NOT_WRITTEN);
            throw notWritten;
        }
        book = changed;
    }

    private void read() {
        book = ExpiryJson.empty();
        if (trouble.filter(found -> found == Trouble.SET_ASIDE).isEmpty()) {
            trouble = Optional.empty(); // where the old file has gone is worth saying until the program ends
        }
        if (Files.notExists(path(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Optional<ExpiryJson> found = SafeFile.text(path(), LONGEST).flatMap(ExpiryJson::read);
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
