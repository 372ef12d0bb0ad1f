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
 * Reads a file that an administrator has put there for all users of a computer. It is trusted only if administrators own
 * it, its folder and every folder above, and nobody else may write to the file or its folder, or take away or rename one
 * of the folders above.
 *
 * <p>First the real path is found, behind all symbolic links, and every part of it is looked at; only then is the file
 * opened, by that path. What has passed cannot be exchanged in between, since only administrators could do it.
 */
public final class TrustedFile {
    private TrustedFile() {}

    /** What came of reading. */
    public sealed interface Result {
        /** There is no such file. */
        record None() implements Result {}

        /**
         * The file is an administrator's.
         *
         * @param content what stands in it
         */
        @SuppressWarnings("ArrayRecordComponent") // read once, and handed on to whoever parses it
        record Trusted(byte[] content) implements Result {}

        /**
         * There is one, and nothing was taken from it.
         *
         * @param why why not
         */
        record Ignored(Reason why) implements Result {}
    }

    /** Reason nothing was taken. */
    public enum Reason {
        /** It, or a folder it lies in, is not an administrator's. */
        NOT_AN_ADMINISTRATORS,
        /** Others than administrators may write to it, or put another file or folder in its place. */
        OTHERS_MAY_CHANGE_IT,
        /** This file system does not tell. */
        NOBODY_KNOWS,
        /** It is longer than it may be. */
        TOO_LONG,
        /** It is no file, or the system does not let it be read. */
        UNREADABLE
    }

    /**
     * Reads a file.
     *
     * @param file where it would be
     * @param longest how long it may be, in bytes
     */
    public static Result read(Path file, int longest) {
        Set<String> known = file.getFileSystem().supportedFileAttributeViews();
        WriteAccess access = known.contains("unix")
                ? new UnixWriteAccess()
                : known.contains("acl")
                        ? WindowsWriteAccess.ofThisComputer(file.getFileSystem())
                        : (_, _) -> WriteAccess.Answer.NOBODY_KNOWS;
        return read(file, longest, access);
    }

    /** Reads a file, with somebody else to say who may write where. */
    static Result read(Path file, int longest, WriteAccess access) {
        try {
            Path real = file.toRealPath();
            // A link may lie elsewhere than what it leads to.
            Path folder = file.toAbsolutePath().normalize().getParent();
            Optional<Reason> why = doubt(real, access);
            if (why.isEmpty() && folder != null) {
                why = doubtAboutFolder(folder.toRealPath(), access);
            }
            return why.isPresent() ? new Result.Ignored(why.get()) : content(real, longest);
        } catch (NoSuchFileException e) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new Result.Ignored(Reason.UNREADABLE)
                    : new Result.None();
        } catch (IOException | SecurityException e) {
            return new Result.Ignored(Reason.UNREADABLE);
        }
    }

    private static Optional<Reason> doubt(Path file, WriteAccess access) throws IOException {
        Optional<Reason> why = why(access.to(file, WriteAccess.Part.CONTENT));
        Path folder = file.getParent();
        return why.isPresent() || folder == null ? why : doubtAboutFolder(folder, access);
    }

    private static Optional<Reason> doubtAboutFolder(Path folder, WriteAccess access) throws IOException {
        Optional<Reason> why = why(access.to(folder, WriteAccess.Part.CONTENT));
        for (Path above = folder.getParent(); why.isEmpty() && above != null; above = above.getParent()) {
            why = why(access.to(above, WriteAccess.Part.FOLDER_ABOVE));
        }
        return why;
    }

    private static Optional<Reason> why(WriteAccess.Answer answer) {
        return switch (answer) {
            case ADMINISTRATORS_ONLY -> Optional.empty();
            case NOT_AN_ADMINISTRATORS -> Optional.of(Reason.NOT_AN_ADMINISTRATORS);
            case OTHERS_TOO -> Optional.of(Reason.OTHERS_MAY_CHANGE_IT);
            case NOBODY_KNOWS -> Optional.of(Reason.NOBODY_KNOWS);
        };
    }

    /** A pipe or device would keep the program waiting. */
    private static Result content(Path real, int longest) throws IOException {
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            return new Result.Ignored(Reason.UNREADABLE);
        }
        try (InputStream file = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = file.readNBytes(longest + 1);
            return content.length > longest
                    ? new Result.Ignored(Reason.TOO_LONG)
                    : new Result.Trusted(content);
        }
    }
}
