package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Harmless files that are not needed any more: what a killed program leaves behind, which are temporary files of
 * {@link AtomicFile} and {@link ProcessLock}s, and old {@link FilesToOpen}.
 */
public final class StaleFiles {
    /** Writing a small file never takes this long. */
    private static final Duration MIN_AGE = Duration.ofHours(1);

    private StaleFiles() {}

    /**
     * Deletes them as far as possible.
     *
     * @param folder a folder of this program; it need not exist
     */
    public static void delete(Path folder, Instant now) {
        try {
            deleteTemporaryFiles(folder, now.minus(MIN_AGE));
            ProcessLock.deleteStale(folder);
            FilesToOpen.deleteOld(folder, now);
        } catch (IOException | RuntimeException _) {
            // The next start tries again.
        }
    }

    private static void deleteTemporaryFiles(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, AtomicFile.TEMPORARY_FILES)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
