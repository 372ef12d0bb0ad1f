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
 * Writes a file wholly or not at all: beside its place first, then moved there; and reads small files with care. Where
 * the file system knows owners, only the owner may read it, since a temporary file begins that way.
 */
public final class AtomicFile {
    /** The names of files that are not in their place yet. */
    static final String UNFINISHED = ".keyturn-*.tmp";

    private AtomicFile() {}

    /**
     * Writes a file. Whatever stood there before stays if that fails.
     *
     * @param target a file in a folder that exists
     * @throws FileSystemException names the target; its cause says why
     */
    public static void write(Path target, byte[] content) throws FileSystemException {
        if (Files.isDirectory(target)) {
            throw failed(target, new FileSystemException(target.toString(), null, "It is a folder"));
        }
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder == null) {
                throw new FileSystemException(target.toString(), null, "It is in no folder");
            }
            Path beside = Files.createTempFile(folder, ".keyturn-", ".tmp");
            try {
                fill(beside, content);
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Reads a small file of this program's.
     *
     * @param longest in bytes; a longer file is none of this program's
     * @return its text; empty if it cannot be had, or is none: a pipe or device would keep the program waiting
     */
    public static Optional<String> text(Path source, int longest) {
        if (!Files.isRegularFile(source)) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(source)) {
            byte[] content = file.readNBytes(longest + 1);
            return content.length > longest
                    ? Optional.empty()
                    : Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (IOException | SecurityException _) {
            return Optional.empty(); // whoever asks says that it is damaged
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
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

    private static FileSystemException failed(Path target, IOException why) {
        FileSystemException failed = new FileSystemException(target.toString(), null,
                "The file could not be written; nothing there was changed");
        failed.initCause(why);
        return failed;
    }
}
