package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Writes a file completely or not at all: to a temporary file beside the target first, then by a move. On file systems
 * with owners only the owner can read it, since temporary files are created that way. Also reads small files safely.
 */
public final class AtomicFile {
    /** Matches temporary files that have not been moved to their target. */
    static final String TEMPORARY_FILES = ".keyturn-*.tmp";

    private AtomicFile() {}

    /**
     * Writes a file. If that fails, an existing file stays as it was.
     *
     * @param target a file in an existing folder
     * @throws FileSystemException names the target; its cause is the reason
     */
    public static void write(Path target, byte[] content) throws FileSystemException {
        if (Files.isDirectory(target)) {
            throw notWritten(target, new FileSystemException(target.toString(), null, "It is a folder"));
        }
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder == null) {
                throw new FileSystemException(target.toString(), null, "It has no parent folder");
            }
            Path temporary = Files.createTempFile(folder, ".keyturn-", ".tmp");
            try {
                writeAndSync(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    /**
     * Reads a small text file written by this program.
     *
     * @param maxBytes a longer file was not written by this program
     * @return its text; empty if it cannot be read as UTF-8, or is no regular file: a pipe or device would block
     */
    public static Optional<String> readText(Path source, int maxBytes) {
        if (!Files.isRegularFile(source)) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(source)) {
            byte[] content = file.readNBytes(maxBytes + 1);
            return content.length > maxBytes
                    ? Optional.empty()
                    : Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (IOException | SecurityException _) {
            return Optional.empty(); // the caller reports the file as damaged
        }
    }

    private static void writeAndSync(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileSystemException notWritten(Path target, IOException cause) {
        FileSystemException exception = new FileSystemException(target.toString(), null,
                "The file could not be written; nothing there was changed");
        exception.initCause(cause);
        return exception;
    }
}
