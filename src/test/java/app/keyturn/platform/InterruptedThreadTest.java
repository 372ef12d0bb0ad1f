package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be written or locked when the user has stopped something, so that the thread is interrupted. */
class InterruptedThreadTest {
    @TempDir private Path folder;

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @Test
    void writesAndReadsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Thread.currentThread().interrupt();
        AtomicFile.write(file, "new".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of("new"), AtomicFile.readText(file, 10));
        assertTrue(Thread.interrupted());
    }

    @Test
    void setsAFileAside() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "old");
        Thread.currentThread().interrupt();
        AtomicFile.setAside(file);
        assertTrue(Thread.interrupted());
        assertFalse(Files.exists(file));
    }

    @Test
    void locksAndRunsTheActionOnce() throws IOException {
        Path file = folder.resolve("file");
        Thread.currentThread().interrupt();
        FileMutex.runLocked(folder.resolve("lock"),
                () -> AtomicFile.write(file, "new".getBytes(StandardCharsets.UTF_8)));
        assertTrue(Thread.interrupted());
        assertEquals("new", Files.readString(file));
    }

    @Test
    void waitsForALockOfAnotherProcessAllTheSame() throws Exception {
        Path lock = folder.resolve("lock");
        try (ChildProcess other = ChildProcess.start(MutexHolder.class, lock.toString())) {
            other.awaitLine(MutexHolder.LOCKED);
            AtomicBoolean ran = new AtomicBoolean();
            AtomicBoolean flag = new AtomicBoolean();
            CountDownLatch started = new CountDownLatch(1);
            Thread waiting = Thread.ofPlatform().start(() -> {
                started.countDown();
                try {
                    FileMutex.runLocked(lock, () -> ran.set(true));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
            });
            started.await();
            waiting.interrupt();
            assertFalse(ran.get());
            other.kill();
            waiting.join();
            assertTrue(ran.get());
            assertTrue(flag.get());
        }
    }

    @Test
    void showsThatItsProcessIsAliveAndSeesOthers() throws Exception {
        Thread.currentThread().interrupt();
        try (ProcessLock own = ProcessLock.create(folder)) {
            assertTrue(Files.exists(folder.resolve(own.fileName())));
            assertFalse(ProcessLock.isHeldByOther(folder, own.fileName()));
            StaleFiles.delete(folder, Instant.now());
            assertTrue(Files.exists(folder.resolve(own.fileName())));
        }
        assertTrue(Thread.interrupted());
    }
}
