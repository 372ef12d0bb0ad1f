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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notes that exist while tokens are being saved, in the user's own data folder: one for each app, in
 * {@code unfinished-save-….json}. If the program is stopped during a save, the next start finds the note. It does not
 * contain whether the token was saved, since that is not known here.
 *
 * <p>Notes of another window that is still running are not reported, whichever version it is; that window reports them
 * itself. A note that cannot be read is reported as an interrupted save until the user dismisses it. It is renamed,
 * unless a later version may have written it, which can still read it.
 */
public final class SaveNotes implements AutoCloseable {
    /** A longer file is not read. */
    static final int MAX_BYTES = 16 * 1024;
    /** More files than anyone has unfinished saves. */
    private static final int MAX_FILES = 50;

    private static final String UNREADABLE_FILE = "unfinished-save-not-readable.json";

    private final Path folder;
    private @Nullable ProcessLock processLock;

    /** A save that was interrupted. */
    public sealed interface Interrupted {}

    /** An interrupted save with a readable note. */
    public record Known(SaveNote note) implements Interrupted {}

    /** An interrupted save with a damaged note. */
    public record Unreadable() implements Interrupted {}

    private SaveNotes(Path folder) {
        this.folder = folder;
    }

    /** The notes in a folder. Nothing is written there before {@link #write}. */
    public static SaveNotes in(Path folder) {
        return new SaveNotes(folder);
    }

    /** The file for a note; it need not exist. */
    Path path(SaveNote note) {
        return folder.resolve("unfinished-save-" + note.fileKey() + ".json");
    }

    /** Finds the interrupted saves, the latest first. */
    public List<Interrupted> interrupted() {
        List<SaveNote> notes = new ArrayList<>();
        boolean unreadable = false;
        for (Path file : files()) {
            switch (read(file)) {
                case Content.Gone _ -> {
                    // Another window has finished its save meanwhile.
                }
                case Content.Damaged _ -> {
                    setAside(file);
                    unreadable = true;
                }
                case Content.Inaccessible _ -> unreadable = true;
                case Content.Json(SaveNoteJson json) -> {
                    if (!isWriterAlive(json)) {
                        json.note().ifPresent(notes::add);
                        unreadable |= json.note().isEmpty();
                    }
                }
            }
        }
        List<Interrupted> interrupted = new ArrayList<>();
        notes.stream()
                .sorted(Comparator.comparing(SaveNote::at).reversed())
                .filter(note -> interrupted.stream()
                        .noneMatch(other -> other instanceof Known known && known.note().isSameApp(note)))
                .forEach(note -> interrupted.add(new Known(note)));
        if (unreadable || Files.exists(unreadableFile(), LinkOption.NOFOLLOW_LINKS)) {
            interrupted.add(new Unreadable());
        }
        return List.copyOf(interrupted);
    }

    /** The latest note for the same app, from any window; empty if there is none. */
    public Optional<SaveNote> find(SaveNote sameApp) {
        return files().stream()
                .flatMap(file -> read(file).json().stream())
                .flatMap(json -> json.note().stream())
                .filter(sameApp::isSameApp)
                .max(Comparator.comparing(SaveNote::at));
    }

    /**
     * Writes a note, and replaces an earlier one for the same app. It is on disk when this method returns.
     *
     * @throws IOException if it could not be written; the file is unchanged
     */
    public synchronized void write(SaveNote note) throws IOException {
        Folders.create(folder);
        AtomicFile.write(path(note), SaveNoteJson.toText(note, lockName()).getBytes(UTF_8));
    }

    /**
     * Deletes the note for an app, because the outcome of its save is known; with it, the copies that a program which
     * synchronises the folder has made.
     *
     * @throws IOException if it could not be deleted
     */
    public synchronized void delete(SaveNote sameApp) throws IOException {
        AtomicFile.delete(path(sameApp));
        for (Path file : files()) {
            if (isCopy(sameApp, file)) {
                AtomicFile.delete(file);
            }
        }
        ProcessLock lock = processLock;
        if (lock != null && files().stream().noneMatch(file -> isWrittenBy(lock, file))) {
            close();
        }
    }

    /**
     * Ends this window's hold on its notes, as the end of the program does: other windows report them from now on.
     *
     * @throws IOException if the lock's file could not be deleted
     */
    @Override
    public synchronized void close() throws IOException {
        ProcessLock lock = processLock;
        processLock = null;
        if (lock != null) {
            lock.close();
        }
    }

    /**
     * Deletes the note of an interrupted save, because the user has dismissed it.
     *
     * @throws IOException if a file could not be deleted
     */
    public synchronized void dismiss(Interrupted save) throws IOException {
        switch (save) {
            case Known(SaveNote note) -> delete(note);
            case Unreadable _ -> {
                AtomicFile.delete(unreadableFile());
                for (Path file : files()) {
                    if (isDismissible(read(file))) {
                        AtomicFile.delete(file);
                    }
                }
            }
        }
    }

    /** Empty if files cannot be locked in this folder: other windows then report this window's notes, too. */
    private Optional<String> lockName() {
        try {
            ProcessLock lock = processLock;
            if (lock == null) {
                lock = ProcessLock.create(folder);
                processLock = lock;
            }
            return Optional.of(lock.fileName());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isCopy(SaveNote note, Path file) {
        return read(file).json().flatMap(SaveNoteJson::note).filter(note::isSameApp).isPresent();
    }

    private static boolean isWrittenBy(ProcessLock lock, Path file) {
        return read(file).json().flatMap(SaveNoteJson::writer).filter(lock.fileName()::equals).isPresent();
    }

    private boolean isWriterAlive(SaveNoteJson json) {
        return json.writer().filter(lock -> ProcessLock.isHeldByOther(folder, lock)).isPresent();
    }

    private boolean isDismissible(Content content) {
        return switch (content) {
            case Content.Gone _ -> false;
            case Content.Damaged _,Content.Inaccessible _ -> true;
            case Content.Json(SaveNoteJson json) -> json.note().isEmpty() && !isWriterAlive(json);
        };
    }

    /** What is in the file of a note. */
    private sealed interface Content {
        /** There is no such file any more. */
        record Gone() implements Content {}

        /** It is no note of any version. */
        record Damaged() implements Content {}

        /** It cannot be read now. */
        record Inaccessible() implements Content {}

        /** A note, perhaps of a later version. */
        record Json(SaveNoteJson note) implements Content {}

        default Optional<SaveNoteJson> json() {
            return this instanceof Json(SaveNoteJson note) ? Optional.of(note) : Optional.empty();
        }
    }

    /** Another window may replace or delete the file at any moment. */
    private static Content read(Path file) {
        try {
            return AtomicFile.readText(file, MAX_BYTES)
                    .flatMap(SaveNoteJson::parse)
                    .<Content>map(Content.Json::new)
                    .orElseGet(Content.Damaged::new);
        } catch (IOException _) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? new Content.Inaccessible() : new Content.Gone();
        }
    }

    private List<Path> files() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "unfinished-save-*.json")) {
            for (Path file : files) {
                if (!file.equals(unreadableFile()) && found.size() < MAX_FILES) {
                    found.add(file);
                }
            }
        } catch (IOException | RuntimeException _) {
            // The folder is missing or cannot be listed: there is nothing to report.
        }
        return found;
    }

    private Path unreadableFile() {
        return folder.resolve(UNREADABLE_FILE);
    }

    /** Reads once more: another window may have written a new note in its place. */
    private void setAside(Path file) {
        if (!(read(file) instanceof Content.Damaged)) {
            return;
        }
        try {
            AtomicFile.replace(file, unreadableFile());
        } catch (IOException _) {
            // It stays, and will be found damaged again.
        }
    }
}
