package app.keyturn.platform;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Writes a file completely or not at all: to a temporary file beside the target first, then by a move. On file systems
 * with owners only the owner can read it, since temporary files are created that way. Also reads small files safely
 * and deletes them. A file that another program holds for a moment is tried again, for less than a second.
 *
 * <p>Nothing here depends on whether the thread is interrupted: what has to be noted when the user stops something is
 * noted.
 */
public final class AtomicFile {
    /** Matches temporary files that have not been moved to their target. */
    static final String TEMPORARY_FILES = ".keyturn-*.tmp";
    /** As many as Linux follows (path_resolution(7)). */
    private static final int MAX_LINKS = 40;

    private AtomicFile() {}

    /**
     * Writes a file. If that fails, an existing file stays as it was. A symbolic link stays a link: the file it leads
     * to is written.
     *
     * @param target a file in an existing folder
     * @throws FileSystemException names the target; its cause is the reason
     */
    public static void write(Path target, byte[] content) throws FileSystemException {
        try {
            Path file = followLinks(target.toAbsolutePath());
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new FileSystemException(target.toString(), null, "It is a folder or a device");
            }
            Path folder = file.getParent();
            if (folder == null) {
                throw new FileSystemException(target.toString(), null, "It has no parent folder");
            }
            Path temporary = Files.createTempFile(folder, ".keyturn-", ".tmp");
            try {
                writeAndSync(temporary, content);
                FileRetry.BRIEFLY.run(() -> move(temporary, file));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    /**
     * Reads a small text file written by this program; a person may have edited it since. Reads one version of it, even
     * while another window replaces it.
     *
     * @param maxBytes a longer file was not written by this program
     * @return its text; empty if the file is damaged: too long, not text, or no regular file (a pipe would block)
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be read now: access is denied, another program holds it, or it is stored
     *     elsewhere and cannot be fetched
     */
    public static Optional<String> readText(Path source, int maxBytes) throws IOException {
        if (!Files.readAttributes(source, BasicFileAttributes.class).isRegularFile()) {
            return Optional.empty();
        }
        byte[] content = readStart(source, maxBytes + 1);
        return content.length > maxBytes ? Optional.empty() : DecodedText.decode(content).map(DecodedText::text);
    }

    /**
     * Reads the beginning of a regular file.
     *
     * @param bytes how much of it
     * @throws IOException if it cannot be read now
     */
    public static byte[] readStart(Path source, int bytes) throws IOException {
        try (InputStream file = FileRetry.BRIEFLY.run(() -> Files.newInputStream(source))) {
            return file.readNBytes(bytes);
        }
    }

    /**
     * Deletes a file if it exists.
     *
     * @throws IOException if it could not be deleted
     */
    public static void delete(Path file) throws IOException {
        FileRetry.BRIEFLY.run(() -> Files.deleteIfExists(file));
    }

    /**
     * Gives a damaged file another name in its folder, so that a new one can be written in its place. A symbolic link
     * stays: the file it leads to is renamed.
     *
     * @throws IOException if it could not be renamed; it is unchanged
     */
    public static void setAside(Path damaged) throws IOException {
        Path file = followLinks(damaged.toAbsolutePath());
        String name = String.valueOf(file.getFileName());
        int dot = Math.max(name.lastIndexOf('.'), 0);
        Path renamed = Files.createTempFile(file.getParent(), name.substring(0, dot) + "-not-readable-",
                name.substring(dot));
        try {
            replace(file, renamed);
        } catch (IOException notMoved) {
            Files.deleteIfExists(renamed);
            throw notMoved;
        }
    }

    /**
     * Moves a file to the place of another in the same folder, which is lost.
     *
     * @throws IOException if it could not be moved
     */
    public static void replace(Path file, Path lost) throws IOException {
        FileRetry.BRIEFLY.run(() -> Files.move(file, lost, StandardCopyOption.REPLACE_EXISTING));
    }

    private static Path followLinks(Path target) throws IOException {
        Path file = target;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(target.toString());
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    /** With a stream: an interrupt would close a channel. */
    private static void writeAndSync(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    private static Path move(Path from, Path to) throws IOException {
        try {
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileSystemException notWritten(Path target, IOException cause) {
        FileSystemException exception = new FileSystemException(target.toString(), null,
                "The file could not be written; nothing there was changed");
        exception.initCause(cause);
        return exception;
    }
}
