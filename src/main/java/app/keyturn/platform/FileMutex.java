package app.keyturn.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Has the windows of this program take turns where one reads a file, changes it and writes it back: without that, the
 * second one would write over what the first one has just added. An empty file beside it is locked meanwhile; the system
 * lets go of the lock when its process ends, however it ends.
 */
public final class FileMutex {
    /** A lock keeps other processes out, not this one's other threads. */
    private static final Object WITHIN = new Object();

    private FileMutex() {}

    /** What is done in a turn. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws IOException if it could not be done
         */
        void run() throws IOException;
    }

    /**
     * Waits for a turn, and takes it.
     *
     * @param lock a file in a folder that exists; it is made if need be, and stays
     * @throws IOException what the work throws. Where there can be no lock, as on some file systems of a network, the
     *     work is done without one
     */
    public static void take(Path lock, Work work) throws IOException {
        synchronized (WITHIN) {
            try (FileChannel channel = open(lock); FileLock _ = lock(channel)) {
                work.run();
            }
        }
    }

    private static @Nullable FileChannel open(Path lock) {
        try {
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException _) {
            return null; // where this cannot be written, the work cannot be either, and says so
        }
    }

    private static @Nullable FileLock lock(@Nullable FileChannel channel) {
        try {
            return channel == null ? null : channel.lock();
        } catch (IOException noLocks) {
            return null;
        }
    }
}
