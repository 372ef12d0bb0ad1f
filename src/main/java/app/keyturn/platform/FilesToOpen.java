package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Small files that another program opens. They are in a folder that only the user can read, not in the system's folder
 * for temporary files, and stay when this program ends: a calendar program reads a file when the user confirms, which
 * can be later.
 */
public final class FilesToOpen {
    private static final String FOLDER = "to-open";
    private static final Duration KEPT = Duration.ofDays(1);

    private FilesToOpen() {}

    /**
     * Writes a file; one of the same name is replaced.
     *
     * @param data the program's data folder; it need not exist
     * @param name file name with its extension
     * @throws IOException if it could not be written
     */
    public static Path write(Path data, String name, byte[] content) throws IOException {
        Path folder = data.resolve(FOLDER);
        Folders.create(folder);
        Path file = folder.resolve(name);
        AtomicFile.write(file, content);
        return file;
    }

    /** Deletes the files that are older than a day. */
    static void deleteOld(Path data, Instant now) throws IOException {
        Path folder = data.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            if (Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
                Files.deleteIfExists(file);
            }
        }
    }
}
