package app.keyturn.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion between all windows of this program, for reading, changing and writing back a file: without it, one
 * window would overwrite what another has just added. It locks an empty file beside the real one; the system releases
 * the lock when its process ends, however that happens.
 */
public final class FileMutex {
    /** A file lock keeps out other processes, but not other threads of this one. */
    private static final Object THREAD_LOCK = new Object();

    private FileMutex() {}

    /** What runs while the lock is held. */
    @FunctionalInterface
    public interface Action {
        /** Runs while the lock is held. */
        void run() throws IOException;
    }

    /**
     * Waits for the lock and runs an action. Where locking is not possible, as on some network file systems, the action
     * runs without a lock. An interrupt changes nothing, and is kept for the caller.
     *
     * @param lockFile in an existing folder; created if missing, and never deleted
     * @throws IOException thrown by the action
     */
    public static void runLocked(Path lockFile, Action action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            synchronized (THREAD_LOCK) {
                while (!runOnceLocked(lockFile, action)) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False if the thread was interrupted before it got the lock; the action has not run then. */
    private static boolean runOnceLocked(Path lockFile, Action action) throws IOException {
        try (FileChannel channel = open(lockFile)) {
            FileLock lock;
            try {
                lock = lock(channel);
            } catch (FileLockInterruptionException interrupted) {
                return false;
            }
            try (lock) {
                action.run();
                return true;
            }
        }
    }

    private static @Nullable FileChannel open(Path lockFile) {
        try {
            return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException _) {
            return null; // the action will fail for the same reason, and report it
        }
    }

    private static @Nullable FileLock lock(@Nullable FileChannel channel) throws FileLockInterruptionException {
        try {
            return channel == null ? null : channel.lock();
        } catch (FileLockInterruptionException interrupted) {
            throw interrupted;
        } catch (IOException locksNotSupported) {
            return null;
        }
    }
}
