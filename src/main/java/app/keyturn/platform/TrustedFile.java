package app.keyturn.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file that an administrator has provided for all users of a computer. It is trusted only if administrators own
 * it, its folder and every folder above, and only they may write to the file or its folder, or delete or rename one of
 * the folders above.
 *
 * <p>The path is first resolved through all symbolic links and every part of it checked; only then is the file opened,
 * by the resolved path. It cannot be replaced in between, since only administrators could do that.
 */
public final class TrustedFile {
    private TrustedFile() {}

    /** The result of reading. */
    public sealed interface Result {
        /** There is no such file. */
        record None() implements Result {}

        /** The content of a trusted file. */
        @SuppressWarnings("ArrayRecordComponent") // read once, and handed to the parser
        record Trusted(byte[] content) implements Result {}

        /** There is a file, and nothing was taken from it. */
        record Ignored(Reason reason) implements Result {}
    }

    /** Why a file was ignored. */
    public enum Reason {
        /** Its owner, or the owner of a folder it is in, is not an administrator. */
        NOT_OWNED_BY_ADMINISTRATORS,
        /** Other users may write to it, or put another file or folder in its place. */
        WRITABLE_BY_OTHERS,
        /** This file system does not say who may write. */
        UNKNOWN_WRITERS,
        /** It is longer than allowed. */
        TOO_LONG,
        /** It is not a regular file, or the system denies access. */
        UNREADABLE
    }

    /**
     * Reads a file.
     *
     * @param file the file; it need not exist
     * @param maxBytes its greatest length
     */
    public static Result read(Path file, int maxBytes) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        WriteAccess access = views.contains("unix")
                ? new UnixWriteAccess()
                : views.contains("acl")
                        ? WindowsWriteAccess.ofThisComputer(file.getFileSystem())
                        : (_, _) -> WriteAccess.Writers.UNKNOWN;
        return read(file, maxBytes, access);
    }

    static Result read(Path file, int maxBytes, WriteAccess access) {
        try {
            Path real = file.toRealPath();
            // A link may be in another folder than its target.
            Path folder = file.toAbsolutePath().normalize().getParent();
            Optional<Reason> reason = reasonToIgnoreFile(real, access);
            if (reason.isEmpty() && folder != null) {
                reason = reasonToIgnoreFolder(folder.toRealPath(), access);
            }
            return reason.isPresent() ? new Result.Ignored(reason.get()) : readContent(real, maxBytes);
        } catch (NoSuchFileException e) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new Result.Ignored(Reason.UNREADABLE)
                    : new Result.None();
        } catch (IOException | SecurityException e) {
            return new Result.Ignored(Reason.UNREADABLE);
        }
    }

    private static Optional<Reason> reasonToIgnoreFile(Path file, WriteAccess access) throws IOException {
        Optional<Reason> reason = reasonFor(access.of(file, WriteAccess.Part.CONTENT));
        Path folder = file.getParent();
        return reason.isPresent() || folder == null ? reason : reasonToIgnoreFolder(folder, access);
    }

    private static Optional<Reason> reasonToIgnoreFolder(Path folder, WriteAccess access) throws IOException {
        Optional<Reason> reason = reasonFor(access.of(folder, WriteAccess.Part.CONTENT));
        for (Path above = folder.getParent(); reason.isEmpty() && above != null; above = above.getParent()) {
            reason = reasonFor(access.of(above, WriteAccess.Part.ANCESTOR));
        }
        return reason;
    }

    private static Optional<Reason> reasonFor(WriteAccess.Writers writers) {
        return switch (writers) {
            case ADMINISTRATORS_ONLY -> Optional.empty();
            case NOT_OWNED_BY_ADMINISTRATORS -> Optional.of(Reason.NOT_OWNED_BY_ADMINISTRATORS);
            case OTHERS_TOO -> Optional.of(Reason.WRITABLE_BY_OTHERS);
            case UNKNOWN -> Optional.of(Reason.UNKNOWN_WRITERS);
        };
    }

    private static Result readContent(Path real, int maxBytes) throws IOException {
        // A pipe or device would block.
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            return new Result.Ignored(Reason.UNREADABLE);
        }
        try (InputStream file = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = file.readNBytes(maxBytes + 1);
            return content.length > maxBytes
                    ? new Result.Ignored(Reason.TOO_LONG)
                    : new Result.Trusted(content);
        }
    }
}
