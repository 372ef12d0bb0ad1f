package app.keyturn.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.AtomicFile;
import app.keyturn.platform.Folders;
import app.keyturn.platform.ProcessLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notes that stand while a token is being saved, in a folder of this person's alone: one for each app, in
 * {@code unfinished-save-….json}. If the program is stopped in the middle, the next start finds the note. Whether the
 * token was saved is not in it, since nobody here can know.
 *
 * <p>The note of another window that still runs tells nothing: that window does. One that cannot be read is moved aside,
 * and still tells that something was interrupted, until the person dismisses it.
 */
public final class SaveNotes {
    /** The longest file that is read, in bytes. */
    static final int LONGEST = 16 * 1024;
    /** Nobody has so many organisations that more are left unfinished. */
    private static final int MOST = 50;

    private static final String ASIDE = "unfinished-save-not-readable.json";

    private final Path folder;
    private @Nullable ProcessLock sign;

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

    private SaveNotes(Path folder) {
        this.folder = folder;
    }

    /** The notes of a folder; nothing is written there before {@link #note}. */
    public static SaveNotes in(Path folder) {
        return new SaveNotes(folder);
    }

    /** Where a note is, or will be. */
    Path path(SaveNote note) {
        return folder.resolve("unfinished-save-" + note.mark() + ".json");
    }

    /** The saves that were interrupted, as the folder tells at this moment, the latest first. */
    public List<Interrupted> interrupted() {
        List<SaveNote> known = new ArrayList<>();
        boolean unreadable = false;
        for (Path file : files()) {
            Optional<SaveNoteJson> read = read(file);
            if (read.isEmpty()) {
                setAside(file);
                unreadable = true;
            } else if (read.get().writer().filter(other -> ProcessLock.isHeldByOther(folder, other)).isEmpty()) {
                known.add(read.get().note());
            }
        }
        List<Interrupted> interrupted = new ArrayList<>();
        known.stream()
                .sorted(Comparator.comparing(SaveNote::at).reversed())
                .filter(note -> interrupted.stream()
                        .noneMatch(told -> told instanceof Known it && it.note().isSameApp(note)))
                .forEach(note -> interrupted.add(new Known(note)));
        if (unreadable || stands(aside())) {
            interrupted.add(new Unreadable());
        }
        return List.copyOf(interrupted);
    }

    /** The note that stands for the same app, whoever wrote it; empty if there is none. */
    public Optional<SaveNote> unfinished(SaveNote about) {
        return files().stream()
                .flatMap(file -> read(file).stream())
                .map(SaveNoteJson::note)
                .filter(about::isSameApp)
                .max(Comparator.comparing(SaveNote::at));
    }

    /**
     * Notes that a save begins, in the place of an earlier note for the same app. It is on disk when this returns.
     *
     * @throws IOException if it could not be written; the file is as it was
     */
    public synchronized void note(SaveNote note) throws IOException {
        Folders.create(folder);
        AtomicFile.write(path(note), SaveNoteJson.text(note, sign()).getBytes(UTF_8));
    }

    /**
     * Takes the note for this app away, because the end of its save is known.
     *
     * @throws IOException if it stays
     */
    public synchronized void delete(SaveNote about) throws IOException {
        Files.deleteIfExists(path(about));
        ProcessLock given = sign;
        if (given != null && files().stream().noneMatch(file -> isWrittenBy(given, file))) {
            sign = null;
            given.close();
        }
    }

    /**
     * Takes away what tells of a save, because the person does not want to be told again.
     *
     * @throws IOException if something stays
     */
    public synchronized void dismiss(Interrupted told) throws IOException {
        switch (told) {
            case Known(SaveNote note) -> delete(note);
            case Unreadable _ -> {
                Files.deleteIfExists(aside());
                for (Path file : files()) {
                    if (read(file).isEmpty()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** Empty where the folder knows no locks: other windows then tell of this one's note, too. */
    private Optional<String> sign() {
        try {
            ProcessLock given = sign;
            if (given == null) {
                given = ProcessLock.create(folder);
                sign = given;
            }
            return Optional.of(given.fileName());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isWrittenBy(ProcessLock sign, Path file) {
        return read(file).flatMap(SaveNoteJson::writer).filter(sign.fileName()::equals).isPresent();
    }

    private static Optional<SaveNoteJson> read(Path file) {
        return AtomicFile.readText(file, LONGEST).flatMap(SaveNoteJson::read);
    }

    private List<Path> files() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "unfinished-save-*.json")) {
            for (Path note : notes) {
                if (!note.equals(aside()) && found.size() < MOST) {
                    found.add(note);
                }
            }
        } catch (IOException | RuntimeException _) {
            // No folder, or none that can be looked into: nothing can be told.
        }
        return found;
    }

    private Path aside() {
        return folder.resolve(ASIDE);
    }

    private static boolean stands(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void setAside(Path file) {
        try {
            Files.move(file, aside(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SecurityException _) {
            // It stays where it is, and is found damaged again at the next look.
        }
    }
}
