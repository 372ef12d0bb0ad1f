package app.keyturn.entra.graph;

import static app.keyturn.testkit.StubDirectory.AT_APPLE;
import static app.keyturn.testkit.StubDirectory.NOTHING;
import static app.keyturn.testkit.StubDirectory.pairs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Limits;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search through every app of an organisation. */
class FullScanTest {
    private final FakeTimer timer = new FakeTimer();
    private final List<SearchProgress> progress = new CopyOnWriteArrayList<>();

    @AfterEach
    void aSearchHasNoTimeLimit() {
        assertEquals(0, timer.alarmsSet.get());
    }

    @Test
    void anAppIsFoundByItsAddressAlone() throws Exception {
        StubDirectory directory = new StubDirectory().others(30)
                .app("mine", "Our accounts", AT_APPLE)
                .app("elsewhere", "Their accounts",
                        pairs("BaseAddress", "https://scim.example/", "SecretToken", "*"))
                .app("half", "Half an app", pairs("SecretToken", "*"));
        assertEquals(List.of("mine"), search(directory));
        assertEquals(List.of(new Look(20, OptionalInt.of(33), 0),
                new Look(33, OptionalInt.of(33), 1)), looks());
        assertEquals(1, directory.asked.stream().filter(seen -> seen.path().endsWith("/jobs")).count());
    }

    @Test
    void itsJobsComeWithIt() throws Exception {
        try (StubMicrosoft stub = new StubDirectory().app("mine", "Our accounts", AT_APPLE).open()) {
            ProvisioningApp app = stub.provisioning().searchAll(progress::add).apps().getFirst();
            assertEquals(List.of("job-of-mine"), app.jobs().stream().map(SyncJob::id).toList());
        }
    }

    @Test
    void everyPageIsLookedThrough() throws Exception {
        StubDirectory directory = new StubDirectory().others(50).app("mine", "Our accounts", AT_APPLE).pageSize(20);
        assertEquals(List.of("mine"), search(directory));
        assertEquals(List.of(20, 40, 51), progress.stream().map(SearchProgress::checked).toList());
        assertTrue(directory.asked.stream().anyMatch(seen -> seen.query().startsWith("$skiptoken") && seen.eventual()));
    }

    @Test
    void noBatchHasMoreThanTwentyQueriesAndNoAppIsReadTwice() throws Exception {
        StubDirectory directory = new StubDirectory().others(101).pageSize(999);
        try (StubMicrosoft stub = directory.open()) {
            stub.provisioning(timer).searchAll(progress::add);
            assertEquals(5, stub.count("POST", "/$batch"));
            assertEquals(101, directory.asked.stream().filter(seen -> seen.path().endsWith("/secrets")).count());
        }
    }

    @Test
    void whereTheTagIsNotTakenAllAreLookedThrough() throws Exception {
        StubDirectory directory = new StubDirectory().others(3)
                .app("mine", "Our accounts", AT_APPLE)
                .replyTo(FullScanTest::isForAll, Reply.error(400, "Request_UnsupportedQuery"));
        assertEquals(List.of("mine"), search(directory));
        assertEquals(List.of(new Look(4, OptionalInt.empty(), 1)), looks());
    }

    @Test
    void theTagIsAskedForInItsPlainForm() throws Exception {
        StubDirectory directory = new StubDirectory();
        assertEquals(List.of(), search(directory));
        Seen first = directory.asked.stream()
                .filter(seen -> seen.path().endsWith("/servicePrincipals"))
                .findFirst()
                .orElseThrow();
        assertEquals("$filter=tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')"
                + "&$select=id,displayName,applicationTemplateId&$top=999&$count=true", first.query());
        assertTrue(first.eventual());
    }

    @Test
    void aThrottledQueryIsRepeatedAfterTheRequestedPause() throws Exception {
        Reply busy = Reply.error(429, "TooManyRequests").with("Retry-After", "7");
        StubDirectory directory = new StubDirectory().others(19)
                .app("mine", "Our accounts", AT_APPLE)
                .replyToFirst(3, seen -> seen.path().endsWith("/secrets"), busy)
                .replyToFirst(1, seen -> seen.path().endsWith("/jobs"), busy)
                .replyToFirst(1, FullScanTest::isForAll, busy);
        assertEquals(List.of("mine"), search(directory));
        assertEquals(List.of(7L, 7L, 7L), timer.pauses.stream().map(Duration::toSeconds).toList());
        assertEquals(20 + 3, directory.asked.stream().filter(seen -> seen.path().endsWith("/secrets")).count());
    }

    @Test
    void ifMicrosoftDoesNotSayHowLongEachPauseIsLonger() throws Exception {
        StubDirectory directory = new StubDirectory().app("mine", "Our accounts", AT_APPLE)
                .replyToFirst(3, seen -> seen.path().endsWith("/secrets"), Reply.error(429, "TooManyRequests"));
        assertEquals(List.of("mine"), search(directory));
        assertEquals(List.of(1L, 2L, 4L), timer.pauses.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void aThrottledBatchIsRepeatedToo() throws Exception {
        StubDirectory directory = new StubDirectory().others(2).app("mine", "Our accounts", AT_APPLE);
        List<Reply> refusals = new CopyOnWriteArrayList<>(
                List.of(Reply.error(429, "TooManyRequests").with("Retry-After", "0")));
        try (StubMicrosoft stub = directory.open()) {
            assertEquals(1, stub.provisioning(timer).searchAll(progress::add).apps().size());
        }
        try (StubMicrosoft stub = StubMicrosoft.answering(seen -> refusals.isEmpty()
                ? StubMicrosoft.takingBatches(directory).apply(seen)
                : refusals.removeFirst())) {
            assertEquals(1, stub.provisioning(timer).searchAll(progress::add).apps().size());
            assertEquals(List.of(1L), timer.pauses.stream().map(Duration::toSeconds).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"429, 60, SERVICE-BUSY, 3", "429, 301, SERVICE-BUSY, 0", "429, soon, SERVICE-BUSY, 8",
            "503, soon, SERVICE-DOWN, 3", "503, 60, SERVICE-DOWN, 3"})
    void itDoesNotWaitForEver(int status, String retryAfter, String code, int times) throws Exception {
        StubDirectory directory = new StubDirectory().others(2)
                .replyTo(seen -> seen.path().endsWith("other1/synchronization/secrets"),
                        Reply.error(status, "x").with("Retry-After", retryAfter));
        assertEquals(List.of("other1 " + code), unread(result(directory)));
        assertEquals(times, timer.pauses.size());
    }

    @Test
    void aBusyAnswerAloneTellsThePauseToo() throws Exception {
        Reply busy = Reply.error(429, "TooManyRequests").with("Retry-After", "9");
        StubDirectory directory = new StubDirectory().others(2)
                .app("mine", "Our accounts", AT_APPLE)
                .replyToFirst(1, seen -> seen.path().endsWith("mine/synchronization/secrets"), busy);
        try (StubMicrosoft stub = directory.openWithoutBatches()) {
            assertEquals(1, stub.provisioning(timer).searchAll(progress::add).apps().size());
            assertEquals(List.of(Duration.ofSeconds(9)), timer.pauses);
            assertEquals(1, stub.count("POST", "/$batch"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500})
    void anAppThatCannotBeReadIsPassedOverAndCounted(int status) throws Exception {
        StubDirectory directory = new StubDirectory().others(4)
                .app("mine", "Our accounts", AT_APPLE)
                .replyTo(seen -> seen.path().contains("/other"), Reply.error(status, "UnknownError"));
        assertEquals(List.of("mine"), search(directory));
        assertEquals(List.of(new Look(5, OptionalInt.of(5), 1)), looks());
    }

    @ParameterizedTest
    @CsvSource({"401, ROLE-MISSING", "403, ROLE-MISSING", "500, SERVICE-DOWN"})
    void whereNoneCanBeReadThatIsTheReason(int status, String code) throws Exception {
        assertEquals(code, codeOf(new StubDirectory().others(4)
                .replyTo(seen -> seen.path().endsWith("/secrets"), Reply.error(status, "UnknownError"))));
    }

    @Test
    void aFewThatCannotBeReadAreNamedManyAreAReasonToo() throws Exception {
        for (Reply refusal : List.of(Reply.error(401, "UnknownError"), Reply.error(400, "x"))) {
            SearchResult few = result(new StubDirectory().others(40).replyTo(secretsOfTheFirst(4), refusal));
            assertEquals(new Rest.Nothing(), few.rest());
            assertEquals(4, few.unread().size());
            assertFalse(few.isComplete());
        }
        SearchResult many = result(
                new StubDirectory().others(40).replyTo(secretsOfTheFirst(5), Reply.error(401, "UnknownError")));
        assertEquals("ROLE-MISSING 40", interruption(many));
        assertEquals(5, many.unread().size());
    }

    private static Predicate<Seen> secretsOfTheFirst(int apps) {
        return seen -> IntStream.range(0, apps)
                .anyMatch(app -> seen.path().endsWith("/other" + app + "/synchronization/secrets"));
    }

    /** What ends a search in the middle, and the number of apps that were looked at by then. */
    enum End {
        // @formatter:off
        ROLE(401, "UnknownError", "ROLE-MISSING 60"),
        ROLE_403(403, "Authorization_RequestDenied", "ROLE-MISSING 60"),
        SIGN_IN(401, "InvalidAuthenticationToken", "SIGNIN-EXPIRED 60"),
        DOWN(500, "x", "SERVICE-DOWN 60"),
        BUSY(429, "x", "SERVICE-BUSY 60");
        // @formatter:on

        private final int status;
        private final String code;
        private final String interruption;

        End(int status, String code, String interruption) {
            this.status = status;
            this.code = code;
            this.interruption = interruption;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSearchThatEndsInTheMiddleKeepsWhatItFoundAndSaysHowFarItCame(End end) throws Exception {
        StubDirectory directory = middle();
        AtomicBoolean over = new AtomicBoolean();
        directory.replyTo(seen -> over.get() && seen.path().contains("/synchronization/"),
                Reply.error(end.status, end.code));
        try (StubMicrosoft stub = directory.open()) {
            SearchResult half = stub.provisioning(timer).searchAll(told -> {
                progress.add(told);
                over.set(told.checked() >= 60);
            });
            assertEquals(end.interruption, interruption(half));
            assertEquals(List.of("mine"), ids(half));
            assertEquals(List.of(), half.unread());
            assertFalse(half.isComplete());

            over.set(false);
            directory.asked.clear();
            progress.clear();
            SearchResult all = stub.provisioning(timer).searchAll(half, progress::add);
            assertEquals(List.of("mine", "late"), ids(all));
            assertTrue(all.isComplete());
            assertEquals(202 - 60, directory.asked.stream().filter(seen -> seen.path().endsWith("/secrets")).count());
            assertEquals(new Look(80, OptionalInt.of(202), 1), looks().getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({"403, ROLE-MISSING 100", "400, SERVICE-REFUSED 100", "500, SERVICE-DOWN 100",
            "429, SERVICE-BUSY 100"})
    void aPageOfTheListThatFailsIsNotTheEndOfIt(int status, String interruption) throws Exception {
        StubDirectory directory = middle().pageSize(50)
                .replyTo(seen -> seen.query().equals("$skiptoken=100"), Reply.error(status, "x"));
        SearchResult half = result(directory);
        assertEquals(interruption, interruption(half));
        assertEquals(List.of("mine"), ids(half));
    }

    @Test
    void anAccountThatMayReadOnlyItsOwnAppsGetsToTheEndWithTheSecondSearch() throws Exception {
        StubDirectory directory = middle().replyTo(
                seen -> seen.path().contains("/other") && !seen.path().contains("/other1/"),
                Reply.error(401, "UnknownError"));
        SearchResult half = result(directory);
        assertEquals("ROLE-MISSING 20", interruption(half));
        try (StubMicrosoft stub = directory.open()) {
            SearchResult all = stub.provisioning(timer).searchAll(half, progress::add);
            assertEquals(List.of("mine", "late"), ids(all));
            assertEquals(199, all.unread().size());
        }
    }

    @Test
    void oneAppThatHangsCostsItselfOnly() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        StubDirectory directory = new StubDirectory().others(30).app("mine", "Our accounts", AT_APPLE);
        try (StubMicrosoft stub = StubMicrosoft.answering(seen -> hangs(seen)
                ? Reply.silence(over)
                : StubMicrosoft.takingBatches(directory).apply(seen))) {
            SearchResult result = stub.provisioning(PracticeRenewal.LIMITS.withAnswer(Duration.ofMillis(400)))
                    .searchAll(progress::add);
            assertEquals(List.of("mine"), ids(result));
            assertEquals(List.of("other3 NET-TIMED-OUT"), unread(result));
        } finally {
            over.countDown();
        }
    }

    private static boolean hangs(Seen seen) {
        return seen.path().contains("/other3/") || seen.body().contains("/other3/");
    }

    /** 202 apps, of which the third and the last lead to Apple. */
    private static StubDirectory middle() {
        StubDirectory directory = new StubDirectory().others(2).app("mine", "Our accounts", AT_APPLE);
        IntStream.range(2, 200).forEach(other -> directory.app("other" + other, "Other " + other, NOTHING));
        return directory.app("late", "Our other accounts", AT_APPLE);
    }

    @Test
    void anEndedSignInEndsIt() throws Exception {
        assertEquals("SIGNIN-EXPIRED", codeOf(new StubDirectory().others(40)
                .replyTo(seen -> seen.path().endsWith("/secrets"), Reply.error(401, "InvalidAuthenticationToken"))));
        assertEquals(List.of(), looks());
    }

    @Test
    void aListThatIsRefusedIsNoEmptyList() {
        assertEquals("ROLE-MISSING",
                codeOf(new StubDirectory().replyTo(FullScanTest::isForAll, Reply.error(403, "x"))));
    }

    @Test
    void anInterruptEndsAPauseAtOnce() throws Exception {
        Reply busy = Reply.error(429, "TooManyRequests").with("Retry-After", "100");
        CountDownLatch asked = new CountDownLatch(1);
        StubDirectory directory = new StubDirectory().others(2).replyTo(seen -> {
            asked.countDown();
            return seen.path().endsWith("/secrets");
        }, busy);
        try (StubMicrosoft stub = directory.open()) {
            endsAtOnce(stub, asked);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptEndsTheQuestionsAtOnce(boolean batches) throws Exception {
        CountDownLatch asked = new CountDownLatch(batches ? 1 : 4);
        CountDownLatch over = new CountDownLatch(1);
        List<Seen> under = new CopyOnWriteArrayList<>();
        try (StubMicrosoft stub = StubMicrosoft.answering(seen -> {
            if (seen.is("POST", "/$batch") && !batches) {
                return Reply.error(405, "x");
            }
            if (seen.path().endsWith("/secrets") || seen.body().contains("/secrets")) {
                under.add(seen);
                asked.countDown();
                return Reply.silence(over);
            }
            return StubMicrosoft.takingBatches(new StubDirectory().others(20)).apply(seen);
        })) {
            endsAtOnce(stub, asked);
            assertEquals(batches ? 1 : 4, under.size());
        } finally {
            over.countDown();
        }
    }

    private static boolean isForAll(Seen seen) {
        return seen.query().startsWith("$filter=tags/any");
    }

    private void endsAtOnce(StubMicrosoft stub, CountDownLatch asked) throws InterruptedException {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        // The standard limits: the short ones of other tests leave no time for the pause.
        GraphProvisioning provisioning = stub.provisioning(Limits.STANDARD);
        Thread searching = Thread.ofPlatform()
                .start(() -> ended.complete(
                        assertThrows(Throwable.class, () -> provisioning.searchAll(progress::add))));
        asked.await();
        long start = System.nanoTime();
        searching.interrupt();
        assertInstanceOf(InterruptedException.class, ended.join());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1000);
        assertEquals(List.of(), looks());
    }

    private List<String> search(StubDirectory directory) throws Exception {
        try (StubMicrosoft stub = directory.open()) {
            return stub.provisioning(timer)
                    .searchAll(progress::add)
                    .apps()
                    .stream()
                    .map(ProvisioningApp::id)
                    .toList();
        }
    }

    private SearchResult result(StubDirectory directory) throws Exception {
        try (StubMicrosoft stub = directory.open()) {
            return stub.provisioning(timer).searchAll(progress::add);
        }
    }

    private static List<String> ids(SearchResult result) {
        return result.apps().stream().map(ProvisioningApp::id).toList();
    }

    private static List<String> unread(SearchResult result) {
        return result.unread().stream().map(app -> app.id() + " " + app.problem().code().id()).toList();
    }

    private static String interruption(SearchResult result) {
        Rest.Interrupted rest = assertInstanceOf(Rest.Interrupted.class, result.rest());
        return rest.reason().orElseThrow().code().id() + " " + rest.checked();
    }

    private String codeOf(StubDirectory directory) {
        return assertThrows(ProblemException.class, () -> search(directory)).problem().code().id();
    }

    /** The reported progress, with only the number of apps found. */
    private List<Look> looks() {
        return progress.stream().map(told -> new Look(told.checked(), told.total(), told.found().size())).toList();
    }

    private record Look(int checked, OptionalInt of, int found) {}
}
