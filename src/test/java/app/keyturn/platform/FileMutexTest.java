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
    private static final int TURNS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void theWorkIsDoneOnce() throws IOException {
        FileMutex.take(lock(), done::incrementAndGet);
        assertEquals(1, done.get());
        assertEquals(0, Files.size(lock()));
    }

    @Test
    void whatTheWorkThrowsComesThroughAndTheNextTurnCanBeTaken() throws IOException {
        IOException fault = new IOException();
        assertSame(fault, assertThrows(IOException.class, () -> FileMutex.take(lock(), () -> {
            done.incrementAndGet();
            throw fault;
        })));
        IllegalStateException other = new IllegalStateException();
        assertSame(other, assertThrows(IllegalStateException.class, () -> FileMutex.take(lock(), () -> {
            done.incrementAndGet();
            throw other;
        })));
        FileMutex.take(lock(), done::incrementAndGet);
        assertEquals(3, done.get());
    }

    @Test
    void aTurnDoesNotTouchWhatStandsInTheFile() throws IOException {
        Files.writeString(lock(), "mine");
        FileMutex.take(lock(), done::incrementAndGet);
        assertEquals("mine", Files.readString(lock()));
    }

    @Test
    void whereThereCanBeNoLockTheWorkIsDoneOnceAllTheSame() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path nowhere : List.of(folder.resolve("missing").resolve("lock"), file.resolve("lock"), folder)) {
            done.set(0);
            FileMutex.take(nowhere, done::incrementAndGet);
            assertEquals(1, done.get(), nowhere::toString);
        }
        IOException fault = new IOException();
        assertSame(fault, assertThrows(IOException.class, () -> FileMutex.take(folder, () -> {
            throw fault;
        })));
    }

    @Test
    void twoThreadsAreNeverInATurnAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean together = new AtomicBoolean();
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Path own = folder.resolve("lock " + thread % 2); // one after the other, whatever they lock
                ends.add(threads.submit(() -> {
                    begin.await();
                    for (int turn = 0; turn < TURNS; turn++) {
                        FileMutex.take(own, () -> {
                            together.compareAndSet(false, inside.incrementAndGet() > 1);
                            done.addAndGet(Files.exists(own) ? 1 : 0);
                            inside.decrementAndGet();
                        });
                    }
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> end : ends) {
                end.get();
            }
        }
        assertFalse(together.get());
        assertEquals(THREADS * TURNS, done.get());
    }

    @Test
    void whileAnotherProcessHasItsTurnTheFileIsLockedAndOnceItIsKilledItIsNot() throws IOException {
        try (ChildProcess other = ChildProcess.start(MutexHolder.class, lock().toString())) {
            assertEquals(MutexHolder.TAKEN, other.line());
            try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.WRITE)) {
                assertNull(channel.tryLock());
                other.kill();
                try (FileLock mine = channel.lock()) {
                    assertNotNull(mine);
                    assertTrue(mine.isValid());
                }
            }
        }
        FileMutex.take(lock(), done::incrementAndGet);
        assertEquals(1, done.get());
    }

    private Path lock() {
        return folder.resolve("lock");
    }
}
