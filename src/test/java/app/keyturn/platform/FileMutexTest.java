package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.ChildProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMutexTest {
    private static final int THREADS = 4;
    private static final int RUNS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void theActionRunsOnce() throws IOException {
        FileMutex.runLocked(lockFile(), runs::incrementAndGet);
        assertEquals(1, runs.get());
        assertEquals(0, Files.size(lockFile()));
    }

    @Test
    void anExceptionOfTheActionPassesThroughAndReleasesTheLock() throws IOException {
        IOException fault = new IOException();
        assertSame(fault, assertThrows(IOException.class, () -> FileMutex.runLocked(lockFile(), () -> {
            runs.incrementAndGet();
            throw fault;
        })));
        IllegalStateException other = new IllegalStateException();
        assertSame(other, assertThrows(IllegalStateException.class, () -> FileMutex.runLocked(lockFile(), () -> {
            runs.incrementAndGet();
            throw other;
        })));
        FileMutex.runLocked(lockFile(), runs::incrementAndGet);
        assertEquals(3, runs.get());
    }

    @Test
    void theContentOfTheLockFileStays() throws IOException {
        Files.writeString(lockFile(), "mine");
        FileMutex.runLocked(lockFile(), runs::incrementAndGet);
        assertEquals("mine", Files.readString(lockFile()));
    }

    @Test
    void whereLockingIsNotPossibleTheActionRunsOnceAllTheSame() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path lock : List.of(folder.resolve("missing").resolve("lock"), file.resolve("lock"), folder)) {
            runs.set(0);
            FileMutex.runLocked(lock, runs::incrementAndGet);
            assertEquals(1, runs.get(), lock::toString);
        }
        IOException fault = new IOException();
        assertSame(fault, assertThrows(IOException.class, () -> FileMutex.runLocked(folder, () -> {
            throw fault;
        })));
    }

    @Test
    void twoThreadsNeverHoldTheLockAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Path lock = folder.resolve("lock " + thread % 2); // exclusive even for different files
                results.add(threads.submit(() -> {
                    begin.await();
                    for (int run = 0; run < RUNS; run++) {
                        FileMutex.runLocked(lock, () -> {
                            overlapped.compareAndSet(false, inside.incrementAndGet() > 1);
                            runs.addAndGet(Files.exists(lock) ? 1 : 0);
                            inside.decrementAndGet();
                        });
                    }
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> result : results) {
                result.get();
            }
        }
        assertFalse(overlapped.get());
        assertEquals(THREADS * RUNS, runs.get());
    }

    @Test
    void theFileIsLockedWhileAnotherProcessHoldsItAndReleasedWhenThatIsKilled() throws IOException {
        try (ChildProcess other = ChildProcess.start(MutexHolder.class, lockFile().toString())) {
            other.awaitLine(MutexHolder.LOCKED);
            try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.WRITE)) {
                assertNull(channel.tryLock());
                other.kill();
                try (FileLock mine = channel.lock()) {
                    assertNotNull(mine);
                    assertTrue(mine.isValid());
                }
            }
        }
        FileMutex.runLocked(lockFile(), runs::incrementAndGet);
        assertEquals(1, runs.get());
    }

    private Path lockFile() {
        return folder.resolve("lock");
    }
}
