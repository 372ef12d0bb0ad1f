package app.keyturn.entra.graph;

import static app.keyturn.testkit.StubDirectory.AT_APPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches get smaller when they fail as a whole, and nothing is read twice that was read. */
class BatchReaderTest {
    private final FakeTimer timer = new FakeTimer();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final StubDirectory directory = new StubDirectory().others(39).app("mine", "Our accounts", AT_APPLE);

    @ParameterizedTest
    @CsvSource({"413, 10", "500, 10", "502, 10", "503, 10", "504, 10", "408, 10", "500, 5", "504, 5", "413, 5"})
    void aBatchThatFailsAsAWholeIsDividedAndTheSmallerSizeKept(int status, int most) throws Exception {
        SearchResult result = search(seen -> size(seen) > most ? Reply.error(status, "x") : answer(seen));
        assertEquals(List.of("mine"), ids(result));
        assertTrue(result.isComplete());
        assertEquals(most == 10 ? List.of(20, 10, 10, 10, 10) : List.of(20, 10, 5, 5, 5, 5, 5, 5, 5, 5),
                sizes.stream().filter(size -> size > 1).toList());
        assertEachIsReadOnce();
        assertEquals(List.of(), timer.pauses);
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 500, 503, 504})
    void ifEvenFiveAreTooManyEachIsReadAloneFourAtATime(int status) throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SearchResult result = search(seen -> {
            if (size(seen) > 1) {
                return Reply.error(status, "x");
            }
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                return answer(seen);
            } finally {
                now.decrementAndGet();
            }
        });
        assertEquals(List.of("mine"), ids(result));
        assertEquals(List.of(20, 10, 5), sizes.stream().filter(size -> size > 1).toList());
        assertTrue(most.get() <= 4);
        assertEachIsReadOnce();
    }

    @Test
    void aBatchThatTimesOutIsDividedNotRepeated() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (StubMicrosoft stub = StubMicrosoft.answering(seen -> {
            sizes.add(size(seen));
            return size(seen) > 5 ? Reply.silence(over) : answer(seen);
        })) {
            SearchResult result = stub.provisioning(PracticeRenewal.LIMITS.withAnswer(Duration.ofMillis(400)))
                    .searchAll(_ -> {});
            assertEquals(List.of("mine"), ids(result));
            assertEquals(List.of(20, 10, 5, 5, 5, 5, 5, 5, 5, 5), sizes.stream().filter(size -> size > 1).toList());
            assertEachIsReadOnce();
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBatchThatMicrosoftAsksToWaitForIsRepeatedAsItIs(int status) throws Exception {
        AtomicInteger left = new AtomicInteger(1);
        SearchResult result = search(seen -> size(seen) > 1 && left.getAndDecrement() > 0
                ? Reply.error(status, "x").with("Retry-After", "7")
                : answer(seen));
        assertEquals(List.of("mine"), ids(result));
        assertEquals(List.of(20, 20, 20), sizes.stream().filter(size -> size > 1).toList());
        assertEquals(List.of(Duration.ofSeconds(7)), timer.pauses);
    }

    @Test
    void onlyTheQueriesThatFailedAreReadAgain() throws Exception {
        directory.replyToFirst(3, seen -> seen.path().endsWith("/secrets"), Reply.error(500, "x"));
        assertTrue(search(this::answer).isComplete());
        assertEquals(List.of(20, 3, 20), sizes.stream().filter(size -> size > 1).toList());
        assertEquals(40 + 3, secrets());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 504})
    void ifMicrosoftAsAWholeIsInTroubleItIsNotFloodedWithSingleQueries(int status) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(status, "x"))) {
            assertThrows(ProblemException.class, () -> stub.provisioning(timer).readTenant());
            assertEquals(List.of("8", "5", "8 alone"), List.of(batchSize(stub, 0), batchSize(stub, 1),
                    stub.seen.subList(2, 10).stream().filter(seen -> !seen.path().endsWith("$batch")).count()
                            + " alone"));
            assertTrue(
                    stub.seen.subList(10, stub.seen.size()).stream().allMatch(seen -> seen.path().endsWith("$batch")));
        }
    }

    private static String batchSize(StubMicrosoft stub, int request) {
        return Integer.toString(size(stub.seen.get(request)));
    }

    private SearchResult search(Function<Seen, Reply> answers) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(seen -> {
            sizes.add(size(seen));
            return answers.apply(seen);
        })) {
            return stub.provisioning(timer).searchAll(_ -> {});
        }
    }

    private Reply answer(Seen seen) {
        return StubMicrosoft.takingBatches(directory).apply(seen);
    }

    private void assertEachIsReadOnce() {
        assertEquals(40, secrets());
    }

    private long secrets() {
        return directory.asked.stream().filter(seen -> seen.path().endsWith("/secrets")).count();
    }

    /** The number of queries in a batch; 1 for any other request. */
    private static int size(Seen seen) {
        return seen.path().endsWith("/$batch")
                ? JsonParser.parseString(seen.body()).getAsJsonObject().getAsJsonArray("requests").size()
                : 1;
    }

    private static List<String> ids(SearchResult search) {
        return search.apps().stream().map(ProvisioningApp::id).toList();
    }
}
