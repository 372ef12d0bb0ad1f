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
    public sealed interface Answer {
        /** There is no such file. */
        record None() implements Answer {}

        /**
         * The file is an administrator's.
         *
         * @param content what stands in it
         */
        @SuppressWarnings("ArrayRecordComponent") // read once, and handed on to whoever parses it
        record Trusted(byte[] content) implements Answer {}

        /**
         * There is one, and nothing was taken from it.
         *
         * @param why why not
         */
        record Ignored(Why why) implements Answer {}
    }

    /** Why nothing was taken. */
    public enum Why {
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
    public static Answer read(Path file, int longest) {
        Set<String> known = file.getFileSystem().supportedFileAttributeViews();
        WriteAccess access = known.contains("unix")
                ? new UnixWriteAccess()
                : known.contains("acl")
                        ? WindowsWriteAccess.ofThisComputer(file.getFileSystem())
                        : (_, _) -> WriteAccess.Answer.NOBODY_KNOWS;
        return read(file, longest, access);
    }

    /** Reads a file, with somebody else to say who may write where. */
    static Answer read(Path file, int longest, WriteAccess access) {
        try {
            Path real = file.toRealPath();
            // A link may lie elsewhere than what it leads to.
            Path folder = file.toAbsolutePath().normalize().getParent();
            Optional<Why> why = doubt(real, access);
            if (why.isEmpty() && folder != null) {
                why = doubtAboutFolder(folder.toRealPath(), access);
            }
            return why.isPresent() ? new Answer.Ignored(why.get()) : content(real, longest);
        } catch (NoSuchFileException e) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new Answer.Ignored(Why.UNREADABLE)
                    : new Answer.None();
        } catch (IOException | SecurityException e) {
            return new Answer.Ignored(Why.UNREADABLE);
        }
    }

    private static Optional<Why> doubt(Path file, WriteAccess access) throws IOException {
        Optional<Why> why = why(access.to(file, WriteAccess.Part.CONTENT));
        Path folder = file.getParent();
        return why.isPresent() || folder == null ? why : doubtAboutFolder(folder, access);
    }

    private static Optional<Why> doubtAboutFolder(Path folder, WriteAccess access) throws IOException {
        Optional<Why> why = why(access.to(folder, WriteAccess.Part.CONTENT));
        for (Path above = folder.getParent(); why.isEmpty() && above != null; above = above.getParent()) {
            why = why(access.to(above, WriteAccess.Part.FOLDER_ABOVE));
        }
        return why;
    }

    private static Optional<Why> why(WriteAccess.Answer answer) {
        return switch (answer) {
            case ADMINISTRATORS_ONLY -> Optional.empty();
            case NOT_AN_ADMINISTRATORS -> Optional.of(Why.NOT_AN_ADMINISTRATORS);
            case OTHERS_TOO -> Optional.of(Why.OTHERS_MAY_CHANGE_IT);
            case NOBODY_KNOWS -> Optional.of(Why.NOBODY_KNOWS);
        };
    }

    /** A pipe or device would keep the program waiting. */
    private static Answer content(Path real, int longest) throws IOException {
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            return new Answer.Ignored(Why.UNREADABLE);
        }
        try (InputStream file = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = file.readNBytes(longest + 1);
            return content.length > longest
                    ? new Answer.Ignored(Why.TOO_LONG)
                    : new Answer.Trusted(content);
        }
    }
}
