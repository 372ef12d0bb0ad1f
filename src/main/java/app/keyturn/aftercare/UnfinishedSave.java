package app.keyturn.aftercare;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.Folders;
import app.keyturn.platform.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The note that stands while a token is being saved: {@code unfinished-save.json}, in a folder of this person's alone.
 * If the program is stopped in the middle, the next start finds it. Whether the token was saved is not in it, since
 * nobody here can know.
 *
 * <p>There is one note, of the save begun last. One that cannot be read is moved aside, and still tells that something
 * was interrupted, until the person dismisses it.
 */
public final class UnfinishedSave {
    /** The longest file that is read, in bytes. */
    static final int LONGEST = 16 * 1024;

    private static final String NAME = "unfinished-save.json";
    private static final String ASIDE = "unfinished-save-not-readable.json";

    private final Path folder;

    /** A save that was interrupted. */
    public sealed interface Interrupted {}

    /**
     * It is known which one.
     *
     * @param note where it was
     */
    public record Known(SaveNote note) implements Interrupted {}

    /** The note is damaged, so nothing else is known. */
    public record Unreadable() implements Interrupted {}

    private UnfinishedSave(Path folder) {
        this.folder = folder;
    }

    /** The note of a folder; nothing is written there before {@link #note}. */
    public static UnfinishedSave in(Path folder) {
        return new UnfinishedSave(folder);
    }

    /** Where the note is, or will be. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /** The save that was interrupted, as the folder tells at this moment; empty if none was. */
    public Optional<Interrupted> interrupted() {
        if (stands(path())) {
            Optional<SaveNote> note = SafeFile.text(path(), LONGEST).flatMap(SaveNoteJson::read);
            if (note.isPresent()) {
                return note.map(Known::new);
            }
            setAside();
            return Optional.of(new Unreadable());
        }
        return stands(aside()) ? Optional.of(new Unreadable()) : Optional.empty();
    }

    /**
     * Notes that a save begins, in the place of an earlier note. It is on disk when this returns.
     *
     * @throws IOException if it could not be written; the file is as it was
     */
    public void note(SaveNote note) throws IOException {
        Folders.create(folder);
        SafeFile.write(path(), SaveNoteJson.text(note).getBytes(UTF_8));
    }

    /**
     * Takes the note away, because the end of its save is known.
     *
     * @throws IOException if it stays
     */
    public void takeAway() throws IOException {
        Files.deleteIfExists(path());
    }

    /**
     * Takes away all that {@link #interrupted} goes by, because the person does not want to be told again.
     *
     * @throws IOException if something stays
     */
    public void dismiss() throws IOException {
        takeAway();
        Files.deleteIfExists(aside());
    }

    private Path aside() {
        return folder.resolve(ASIDE);
    }

    private static boolean stands(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void setAside() {
        try {
            Files.move(path(), aside(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SecurityException _) {
            // It stays where it is, and is found damaged again at the next look.
        }
    }
}
