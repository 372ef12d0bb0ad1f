package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers use the same book at the same time. */
class ConcurrentWritersTest {
    private static final int COUNT = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void everythingWrittenByTwoProcessesIsKept() throws IOException {
        try (ChildProcess one = writing("one "); ChildProcess other = writing("other ")) {
            one.awaitLine(BookWritingProcess.READY);
            other.awaitLine(BookWritingProcess.READY);
            one.sendLine();
            other.sendLine();
            one.awaitLine(COUNT + " -");
            other.awaitLine(COUNT + " -");
        }
        assertAllAreKept();
    }

    @Test
    void everythingWrittenByTwoThreadsIsKept() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<ExpiryBook.FileIssue>>> results = List.of(threads.submit(writing("one ", start)),
                    threads.submit(writing("other ", start)));
            start.countDown();
            for (Future<Optional<ExpiryBook.FileIssue>> result : results) {
                assertEquals(Optional.empty(), result.get());
            }
        }
        assertAllAreKept();
    }

    @Test
    void everyReminderNumberIsUsedOnce() throws Exception {
        RenewalRecord maple = Renewals.of("maple", "token", Renewals.FIRST);
        ExpiryBook.open(folder).put(maple);
        CountDownLatch start = new CountDownLatch(1);
        Callable<Set<Integer>> takeNumbers = () -> {
            ExpiryBook book = ExpiryBook.open(folder);
            start.await();
            return IntStream.range(0, COUNT)
                    .mapToObj(_ -> book.nextReminderSeries(maple).orElseThrow().sequence())
                    .collect(Collectors.toSet());
        };
        Set<Integer> taken = new TreeSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Set<Integer>>> results = List.of(threads.submit(takeNumbers), threads.submit(takeNumbers));
            start.countDown();
            for (Future<Set<Integer>> result : results) {
                taken.addAll(result.get());
            }
        }
        assertEquals(2 * COUNT, taken.size());
    }

    private Callable<Optional<ExpiryBook.FileIssue>> writing(String prefix, CountDownLatch start) {
        ExpiryBook book = ExpiryBook.open(folder);
        return () -> {
            start.await();
            for (int number = 0; number < COUNT; number++) {
                String name = prefix + number;
                book.put(Renewals.of(name, "token of " + name, Renewals.FIRST));
            }
            return book.fileIssue();
        };
    }

    private ChildProcess writing(String prefix) throws IOException {
        return ChildProcess.start(BookWritingProcess.class, folder.toString(), prefix, String.valueOf(COUNT));
    }

    private void assertAllAreKept() {
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(2 * COUNT, book.entries().size());
        for (String prefix : List.of("one ", "other ")) {
            for (int number = 0; number < COUNT; number++) {
                assertTrue(book.entry(Portal.SCHOOL, prefix + number, "aaaa").orElseThrow().receipt().isPresent());
            }
            assertTrue(book.findToken(Tokens.of("token of " + prefix + 0)).isPresent());
        }
    }
}
