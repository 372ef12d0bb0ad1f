package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Repeats access to a file that another program holds for a moment, such as a virus scanner, a backup or a program that
 * synchronises a folder. On Windows such a file can be neither replaced nor deleted, and perhaps not read (Microsoft
 * Learn, "System Error Codes (0-499)": 5, "Access is denied", and 32, "The process cannot access the file because it is
 * being used by another process").
 */
final class FileRetry {
    /** On this computer's clock; gives up within a second. */
    static final FileRetry BRIEFLY = new FileRetry(FileRetry::sleep);

    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(250), Duration.ofMillis(400));

    /** Java has no type of its own for error 32, so what has one is left out. */
    private static final List<Class<? extends FileSystemException>> LASTING = List.of(NoSuchFileException.class,
            FileAlreadyExistsException.class, DirectoryNotEmptyException.class, NotDirectoryException.class,
            NotLinkException.class, FileSystemLoopException.class, AtomicMoveNotSupportedException.class);

    private final Pause pause;

    /** Waits before an access is repeated. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration length);
    }

    /**
     * Access to a file, which can be repeated.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    interface Access<T> {
        T run() throws IOException;
    }

    FileRetry(Pause pause) {
        this.pause = pause;
    }

    /**
     * Runs an access, and again while the file may be held.
     *
     * @throws IOException thrown by the last attempt
     */
    <T> T run(Access<T> access) throws IOException {
        Iterator<Duration> pauses = PAUSES.iterator();
        while (true) {
            try {
                return access.run();
            } catch (FileSystemException e) {
                if (!mayPass(e) || !pauses.hasNext()) {
                    throw e;
                }
                pause.pause(pauses.next());
            }
        }
    }

    private static boolean mayPass(FileSystemException thrown) {
        return LASTING.stream().noneMatch(type -> type.isInstance(thrown));
    }

    /** An earlier interrupt does not shorten it; any is kept for the caller. */
    private static void sleep(Duration length) {
        boolean interrupted = Thread.interrupted();
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
