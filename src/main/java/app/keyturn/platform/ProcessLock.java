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
 * An empty file that says, by a lock on it, that the process which made it still runs. The system lets go of a lock when
 * its process ends, however it ends. The number of the process was not chosen: another one gets it later, and the time
 * at which a process began moves with the clock.
 */
public final class ProcessLock implements AutoCloseable {
    private static final String BEGINNING = ".keyturn-";
    private static final String ENDING = ".alive";
    /** Of this process. They must not be opened again: on many systems, closing a file lets go of all its locks. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel held;

    private ProcessLock(Path file, FileChannel held) {
        this.file = file;
        this.held = held;
    }

    /**
     * Gives a sign, until it is closed or this process ends.
     *
     * @param folder one that exists
     * @throws IOException if there can be none, as on some file systems of a network
     */
    public static ProcessLock give(Path folder) throws IOException {
        while (true) {
            Path file = Files.createTempFile(folder.toAbsolutePath(), BEGINNING, ENDING);
            OWN.add(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                // Whoever sweeps the folder just now may have been faster.
                if (channel.tryLock() != null && Files.exists(file)) {
                    return new ProcessLock(file, channel);
                }
            } catch (IOException noLocks) {
                new ProcessLock(file, channel).close();
                throw noLocks;
            }
            new ProcessLock(file, channel).close();
        }
    }

    /** What others look for. */
    public String name() {
        return file.getFileName().toString();
    }

    /**
     * Looks for the sign of another process.
     *
     * @param name of the sign, from wherever; anything else than such a name is none
     * @return false if that process has ended, if it is this one, or if nobody can tell
     */
    public static boolean ofAnother(Path folder, String name) {
        Path file = folder.toAbsolutePath().resolve(name);
        return isName(name) && !OWN.contains(file) && isHeld(file);
    }

    /** Takes away the signs of processes that have ended, as far as that is possible. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> signs = Files.newDirectoryStream(folder.toAbsolutePath(),
                file -> isName(file.getFileName().toString()) && !OWN.contains(file))) {
            for (Path sign : signs) {
                if (!isHeld(sign)) {
                    Files.deleteIfExists(sign);
                }
            }
        }
    }

    private static boolean isName(String name) {
        return name.matches("\\.keyturn-[0-9]+\\.alive");
    }

    private static boolean isHeld(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException mine) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Takes the sign away. */
    @Override
    public void close() throws IOException {
        held.close();
        OWN.remove(file);
        Files.deleteIfExists(file);
    }
}
