package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that another program holds for a moment, or for longer. */
class FileRetryTest {
    private static final String WINDOWS = "The process cannot access the file because it is being used by "
            + "another process";

    private final List<Duration> pauses = new ArrayList<>();
    private final FileRetry retry = new FileRetry(pauses::add);

    static Stream<IOException> held() {
        return Stream.of(new FileSystemException("book", null, WINDOWS), new AccessDeniedException("book"),
                new AccessDeniedException("temporary", "book", null));
    }

    static Stream<IOException> lasting() {
        return Stream.of(new NoSuchFileException("book"), new NotDirectoryException("home"),
                new FileAlreadyExistsException("book"), new DirectoryNotEmptyException("book"),
                new NotLinkException("book"), new FileSystemLoopException("book"),
                new AtomicMoveNotSupportedException("temporary", "book", null),
                new IOException("No space left on device"));
    }

    @ParameterizedTest
    @MethodSource("held")
    void aFileThatIsHeldForAMomentIsTriedAgain(IOException held) throws IOException {
        for (int times = 0; times <= 4; times++) {
            pauses.clear();
            Access access = new Access(held, times);
            assertEquals("done", retry.run(access::run));
            assertEquals(times, pauses.size());
        }
    }

    @ParameterizedTest
    @MethodSource("held")
    void afterLessThanASecondThatIsReported(IOException held) {
        Access access = new Access(held, Integer.MAX_VALUE);
        assertSame(held, assertThrows(IOException.class, () -> retry.run(access::run)));
        assertTrue(pauses.stream().reduce(Duration.ZERO, Duration::plus).compareTo(Duration.ofSeconds(1)) < 0);
        assertEquals(pauses.size() + 1, access.runs);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsIsReportedAtOnce(IOException lasting) {
        Access access = new Access(lasting, 1);
        assertSame(lasting, assertThrows(IOException.class, () -> retry.run(access::run)));
        assertEquals(List.of(), pauses);
    }

    @Test
    void anInterruptNeitherEndsTheTriesNorIsLost() throws IOException {
        Access access = new Access(new AccessDeniedException("book"), 1);
        Thread.currentThread().interrupt();
        assertEquals("done", FileRetry.BRIEFLY.run(access::run));
        assertTrue(Thread.interrupted());
    }

    /** Fails some times. */
    private static final class Access {
        private final IOException failure;
        private final int failures;
        private int runs;

        Access(IOException failure, int failures) {
            this.failure = failure;
            this.failures = failures;
        }

        String run() throws IOException {
            runs++;
            if (runs <= failures) {
                throw failure;
            }
            return "done";
        }
    }
}
