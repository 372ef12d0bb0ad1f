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

/** More than one notes in the same book at the same time. */
class ConcurrentWritersTest {
    private static final int EACH = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatTwoProcessesNoteIsAllThere() throws IOException {
        try (ChildProcess one = noting("one "); ChildProcess other = noting("other ")) {
            assertEquals(BookWritingProcess.READY, one.line());
            assertEquals(BookWritingProcess.READY, other.line());
            one.sendLine();
            other.sendLine();
            assertEquals(EACH + " -", one.line());
            assertEquals(EACH + " -", other.line());
        }
        assertAllAreThere();
    }

    @Test
    void whatTwoThreadsNoteInBooksOfTheirOwnIsAllThere() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<ExpiryBook.Trouble>>> ends = List.of(threads.submit(noting("one ", begin)),
                    threads.submit(noting("other ", begin)));
            begin.countDown();
            for (Future<Optional<ExpiryBook.Trouble>> end : ends) {
                assertEquals(Optional.empty(), end.get());
            }
        }
        assertAllAreThere();
    }

    @Test
    void numbersOfRemindersAreTakenOnceEach() throws Exception {
        RenewalRecord maple = Renewals.of("maple", "token", Renewals.FIRST);
        ExpiryBook.in(folder).note(maple);
        CountDownLatch begin = new CountDownLatch(1);
        Callable<Set<Integer>> taking = () -> {
            ExpiryBook book = ExpiryBook.in(folder);
            begin.await();
            return IntStream.range(0, EACH)
                    .mapToObj(_ -> book.nextReminder(maple).orElseThrow().sequence())
                    .collect(Collectors.toSet());
        };
        Set<Integer> taken = new TreeSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Set<Integer>>> ends = List.of(threads.submit(taking), threads.submit(taking));
            begin.countDown();
            for (Future<Set<Integer>> end : ends) {
                taken.addAll(end.get());
            }
        }
        assertEquals(2 * EACH, taken.size());
    }

    private Callable<Optional<ExpiryBook.Trouble>> noting(String beginning, CountDownLatch begin) {
        ExpiryBook book = ExpiryBook.in(folder);
        return () -> {
            begin.await();
            for (int each = 0; each < EACH; each++) {
                String name = beginning + each;
                book.note(Renewals.of(name, "token of " + name, Renewals.FIRST));
            }
            return book.trouble();
        };
    }

    private ChildProcess noting(String beginning) throws IOException {
        return ChildProcess.start(BookWritingProcess.class, folder.toString(), beginning, String.valueOf(EACH));
    }

    private void assertAllAreThere() {
        ExpiryBook book = ExpiryBook.in(folder);
        assertEquals(2 * EACH, book.entries().size());
        for (String beginning : List.of("one ", "other ")) {
            for (int each = 0; each < EACH; each++) {
                assertTrue(book.entry(Portal.SCHOOL, beginning + each).orElseThrow().receipt().isPresent());
            }
            assertTrue(book.savedBefore(Tokens.of("token of " + beginning + 0)).isPresent());
        }
    }
}
