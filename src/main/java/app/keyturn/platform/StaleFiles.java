package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a program that was killed has left in a folder of this program's: files that {@link AtomicFile} had not moved to
 * their places yet, and {@link ProcessLock}s. Nobody reads them, so they do no harm but stand around.
 */
public final class StaleFiles {
    /** Nothing that still runs takes so long to write a small file. */
    private static final Duration OLD = Duration.ofHours(1);

    private StaleFiles() {}

    /**
     * Takes them away, as far as that is possible.
     *
     * @param folder in which nobody else leaves files with these names; it need not exist
     */
    public static void delete(Path folder, Instant now) {
        try {
            sweepFiles(folder, now.minus(OLD));
            ProcessLock.sweep(folder);
        } catch (IOException | RuntimeException _) {
            // They stay, and are tried again at the next start.
        }
    }

    private static void sweepFiles(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, AtomicFile.UNFINISHED)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
