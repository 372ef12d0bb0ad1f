package app.keyturn.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An empty, locked file which shows that the process that created it is still running. The system releases the lock
 * when the process ends, however that happens. Process IDs would not do: they are reused, and start times move with the
 * clock.
 */
public final class ProcessLock implements AutoCloseable {
    private static final String PREFIX = ".keyturn-";
    private static final String SUFFIX = ".alive";
    /** Files of this process. They must not be opened again: on many systems, closing a file releases all its locks. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Creates and locks a file, until it is closed or this process ends.
     *
     * @param folder an existing folder
     * @throws IOException if files cannot be locked there, as on some network file systems
     */
    public static ProcessLock create(Path folder) throws IOException {
        while (true) {
            Path file = Files.createTempFile(folder.toAbsolutePath(), PREFIX, SUFFIX);
            OWN.add(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                // Another window may have deleted the file as stale before it was locked.
                if (channel.tryLock() != null && Files.exists(file)) {
                    return new ProcessLock(file, channel);
                }
            } catch (IOException locksNotSupported) {
                new ProcessLock(file, channel).close();
                throw locksNotSupported;
            }
            new ProcessLock(file, channel).close();
        }
    }

    public String fileName() {
        return file.getFileName().toString();
    }

    /**
     * Whether another process holds this lock.
     *
     * @param fileName may come from a damaged file: no other name than that of a lock is looked up
     * @return false if that process has ended, is this one, or cannot be determined
     */
    public static boolean isHeldByOther(Path folder, String fileName) {
        if (!isLockName(fileName)) {
            return false; // not every text can be part of a path
        }
        Path file = folder.toAbsolutePath().resolve(fileName);
        return !OWN.contains(file) && isLocked(file);
    }

    /** Deletes the files of processes that have ended. */
    static void deleteStale(Path folder) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder.toAbsolutePath(),
                file -> isLockName(file.getFileName().toString()) && !OWN.contains(file))) {
            for (Path lock : locks) {
                if (!isLocked(lock)) {
                    Files.deleteIfExists(lock);
                }
            }
        }
    }

    private static boolean isLockName(String name) {
        return name.matches("\\.keyturn-[0-9]+\\.alive");
    }

    private static boolean isLocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Releases the lock and deletes the file. */
    @Override
    public void close() throws IOException {
        channel.close();
        OWN.remove(file);
        Files.deleteIfExists(file);
    }
}
