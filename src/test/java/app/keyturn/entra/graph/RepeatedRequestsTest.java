package app.keyturn.entra.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.AccessTokens;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.RetryWait;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.RawServer;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated, how often and after which pauses; and what never is. At the wire, without waiting. */
class RepeatedRequestsTest {
    private static final String JOB = "{\"id\":\"job\",\"schedule\":{\"state\":\"Active\"},"
            + "\"status\":{\"code\":\"Active\"}}";

    /** What is expected of a kind of fault; the pauses in seconds. */
    enum Kind {
        PASSING(1, 3, 63, 79, 9), STRANGE(1, 3, 7, 7, 4), DENIED(3, 3, 3, 3, 2), LASTING(0, 0, 0, 0, 1);

        private final int once;
        private final int twice;
        private final int minute;
        private final int lasting;
        private final int attempts;

        Kind(int once, int twice, int minute, int lasting, int attempts) {
            this.once = once;
            this.twice = twice;
            this.minute = minute;
            this.lasting = lasting;
            this.attempts = attempts;
        }

        int pauses(Pattern pattern) {
            return switch (pattern) {
                case ONCE -> once;
                case TWICE -> twice;
                case FOR_60_SECONDS -> minute;
                case LASTING -> lasting;
            };
        }

        /** True if it ends well without the user. */
        boolean passes(Pattern pattern) {
            return switch (this) {
                case PASSING -> pattern != Pattern.LASTING;
                case STRANGE -> pattern == Pattern.ONCE || pattern == Pattern.TWICE;
                case DENIED -> pattern == Pattern.ONCE;
                case LASTING -> false;
            };
        }
    }

    enum Pattern {
        ONCE, TWICE, FOR_60_SECONDS, LASTING;

        boolean strikes(int attempt, Duration elapsed) {
            return switch (this) {
                case ONCE -> attempt <= 1;
                case TWICE -> attempt <= 2;
                case FOR_60_SECONDS -> elapsed.toSeconds() < 60;
                case LASTING -> true;
            };
        }
    }

    enum Fault {
        S500(Kind.PASSING, "SERVICE-DOWN"), S500_EMPTY(Kind.PASSING, "SERVICE-DOWN"), S502(Kind.PASSING,
                "SERVICE-DOWN"), S503(Kind.PASSING, "SERVICE-DOWN"), S503_AT_ONCE(Kind.PASSING, "SERVICE-DOWN"), S504(
                        Kind.PASSING, "SERVICE-DOWN"), S507(Kind.PASSING, "SERVICE-DOWN"), S509(Kind.PASSING,
                                "SERVICE-BUSY"), S429(Kind.PASSING, "SERVICE-BUSY"), S408(Kind.PASSING,
                                        "NET-TIMED-OUT"), RESET(Kind.PASSING, "NET-UNREACHABLE"), S401(Kind.DENIED,
                                                "ROLE-MISSING"), S403(Kind.DENIED, "ROLE-MISSING"), CAPTIVE(
                                                        Kind.STRANGE, "NET-STRANGE-ANSWER"), CAPTIVE_403(Kind.STRANGE,
                                                                "NET-STRANGE-ANSWER"), REDIRECT(Kind.STRANGE,
                                                                        "NET-STRANGE-ANSWER"), S511(Kind.STRANGE,
                                                                                "NET-STRANGE-ANSWER"), CUT(Kind.STRANGE,
                                                                                        "NET-STRANGE-ANSWER"), EMPTY(
                                                                                                Kind.STRANGE,
                                                                                                "NET-STRANGE-ANSWER"), ENDED(
                                                                                                        Kind.LASTING,
                                                                                                        "SIGNIN-EXPIRED"), CLAIMS(
                                                                                                                Kind.LASTING,
                                                                                                                "SIGNIN-EXPIRED"), S402(
                                                                                                                        Kind.LASTING,
                                                                                                                        "SERVICE-REFUSED"), S409(
                                                                                                                                Kind.LASTING,
                                                                                                                                "SERVICE-REFUSED"), S410(
                                                                                                                                        Kind.LASTING,
                                                                                                                                        "APP-GONE"), S423(
                                                                                                                                                Kind.LASTING,
                                                                                                                                                "SERVICE-BUSY"), S501(
                                                                                                                                                        Kind.LASTING,
                                                                                                                                                        "SERVICE-DOWN"), NOT_UNDERSTOOD(
                                                                                                                                                                Kind.LASTING,
                                                                                                                                                                "SETTING-NOT-UNDERSTOOD");

        private final Kind kind;
        private final String code;

        Fault(Kind kind, String code) {
            this.kind = kind;
            this.code = code;
        }

        Reply reply() {
            return switch (this) {
                case S500 -> Reply.error(500, "x");
                case S500_EMPTY -> new Reply(500, "text/plain", "", Map.of());
                case S502 -> Reply.page(502);
                case S503 -> Reply.error(503, "serviceNotAvailable");
                case S503_AT_ONCE -> Reply.error(503, "x").with("Retry-After", "0");
                case S504 -> Reply.error(504, "UnknownError");
                case S507 -> Reply.error(507, "x");
                case S509 -> Reply.error(509, "x");
                case S429 -> Reply.error(429, "TooManyRequests");
                case S408 -> Reply.error(408, "x");
                case RESET -> Reply.NONE;
                case S401 -> Reply.error(401, "UnknownError");
                case S403 -> Reply.error(403, "Authorization_RequestDenied");
                case CAPTIVE -> Reply.page(200);
                case CAPTIVE_403 -> Reply.page(403);
                case REDIRECT -> Reply.page(302).with("Location", "https://elsewhere.practice.invalid/");
                case S511 -> Reply.page(511);
                case CUT -> Reply.json(200, "{\"value\":[");
                case EMPTY -> Reply.json(200, "");
                case ENDED -> Reply.error(401, "InvalidAuthenticationToken");
                case CLAIMS -> Reply.error(403, "insufficient_claims");
                case S402 -> Reply.error(402, "PaymentRequired");
                case S409 -> Reply.error(409, "Conflict");
                case S410 -> Reply.error(410, "Gone");
                case S423 -> Reply.error(423, "Locked");
                case S501 -> Reply.error(501, "x");
                case NOT_UNDERSTOOD -> Reply.json(500, "{\"error\":{\"code\":\"InternalError\",\"message\":"
                        + "\"Requested value 'x' was not found.\"}}");
            };
        }
    }

    enum Operation {
        SECRETS, JOB, TEST, TEST_SAVED;

        void send(GraphProvisioning provisioning) throws ProblemException, InterruptedException {
            switch (this) {
                case SECRETS -> provisioning.readConnection("app");
                case JOB -> provisioning.readJob("app", "job");
                case TEST -> passed(provisioning.test("app", "job",
                        new Credentials(TestedCredentialsFactory.CONNECTION.readable(),
                                TestedCredentialsFactory.token())));
                case TEST_SAVED -> passed(provisioning.testSaved("app", "job"));
            }
        }

        Reply good() {
            return switch (this) {
                case SECRETS -> Reply.json(200, StubDirectory.AT_APPLE);
                case JOB -> Reply.json(200, RepeatedRequestsTest.JOB);
                case TEST, TEST_SAVED -> Reply.DONE;
            };
        }

        private static void passed(CredentialTest result) throws ProblemException {
            if (result instanceof CredentialTest.Failed failed) {
                throw new ProblemException(failed.problem());
            }
        }
    }

    private final FakeTimer timer = new FakeTimer();

    @TestFactory
    Stream<DynamicNode> readsAndTestsAreRepeatedWhileThatMayHelp() {
        return Stream.of(Operation.values())
                .map(operation -> DynamicContainer.dynamicContainer(operation.name(),
                        Stream.of(Fault.values())
                                .flatMap(fault -> Stream.of(Pattern.values())
                                        .map(pattern -> DynamicTest.dynamicTest(fault + " " + pattern,
                                                () -> check(operation, fault, pattern))))));
    }

    private static void check(Operation operation, Fault fault, Pattern pattern) throws Exception {
        FakeTimer timer = new FakeTimer();
        AtomicInteger attempt = new AtomicInteger();
        try (StubMicrosoft stub = StubMicrosoft
                .answering(_ -> pattern.strikes(attempt.incrementAndGet(), timer.passed())
                        ? fault.reply()
                        : operation.good())) {
            GraphProvisioning provisioning = stub.provisioning(timer);
            if (fault.kind.passes(pattern)) {
                operation.send(provisioning);
            } else {
                ProblemException e = assertThrows(ProblemException.class, () -> operation.send(provisioning));
                boolean test = operation == Operation.TEST || operation == Operation.TEST_SAVED;
                assertEquals(test && fault.code.equals("SERVICE-REFUSED") ? "TOKEN-TEST-FAILED" : fault.code,
                        e.problem().code().id());
                assertEquals(fault.kind.attempts, stub.seen.size());
            }
            assertEquals(fault.kind.pauses(pattern), (int) timer.passed().toSeconds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteAndAStartAreSentOnceWhateverComesBack(Fault fault) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(fault.reply())) {
            GraphProvisioning provisioning = stub.provisioning(timer);
            SaveResponse response = save(provisioning);
            boolean refused = List.of(Kind.LASTING, Kind.DENIED).contains(fault.kind)
                    && fault.reply().status() < 500;
            switch (response) {
                case SaveResponse.Refused _ -> assertTrue(refused);
                case SaveResponse.NotKnown lost -> {
                    assertTrue(!refused);
                    assertEquals(
                            fault == Fault.NOT_UNDERSTOOD ? Optional.of("InternalError") : lost.details().errorCode(),
                            lost.details().errorCode());
                }
                case SaveResponse.Busy _ -> assertEquals("SERVICE-BUSY", fault.code);
                case SaveResponse.NotSent _,SaveResponse.Saved _ -> throw new AssertionError(response);
            }
            assertThrows(ProblemException.class, () -> provisioning.start("app", "job"));
            assertEquals(List.of("PUT", "POST"), stub.seen.stream().map(Seen::method).toList());
            assertEquals(List.of(), timer.pauses);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 9", "503, 40", "504, 1"})
    void aSaveWithoutAUsableAnswerTellsThePauseThatMicrosoftAsksFor(int status, long seconds) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft
                .answering(Reply.error(status, "x").with("Retry-After", Long.toString(seconds)))) {
            SaveResponse.NotKnown lost = assertInstanceOf(SaveResponse.NotKnown.class, save(stub.provisioning(timer)));
            assertEquals(Optional.of(Duration.ofSeconds(seconds)), lost.pause());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 509})
    void aSaveThatWasOneTooManyIsBusy(int status) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(status, "x").with("Retry-After", "9"))) {
            SaveResponse.Busy busy = assertInstanceOf(SaveResponse.Busy.class, save(stub.provisioning(timer)));
            assertEquals(Optional.of(Duration.ofSeconds(9)), busy.pause());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"S500", "S503", "S429", "S408", "S403", "CAPTIVE_403"})
    void aPartOfABatchIsRepeatedAsASingleRead(Fault fault) throws Exception {
        for (Pattern pattern : Pattern.values()) {
            FakeTimer parts = new FakeTimer();
            AtomicInteger attempt = new AtomicInteger();
            StubDirectory directory = new StubDirectory().app("mine", "Apple School Manager", StubDirectory.AT_APPLE);
            Predicate<Seen> secrets = seen -> seen.path().endsWith("/secrets");
            try (StubMicrosoft stub = StubMicrosoft.answering(StubMicrosoft.takingBatches(
                    seen -> secrets.test(seen) && pattern.strikes(attempt.incrementAndGet(), parts.passed())
                            ? fault.reply().type().contains("html")
                                    ? new Reply(fault.reply().status(), "text/html", "\"<html>\"", Map.of())
                                    : fault.reply()
                            : directory.apply(seen)))) {
                if (fault.kind.passes(pattern)) {
                    assertEquals(1, stub.provisioning(parts).readTenant().apps().size());
                } else {
                    ProblemException e = assertThrows(ProblemException.class, stub.provisioning(parts)::readTenant);
                    assertEquals(fault.code, e.problem().code().id());
                }
                // First a short while, for the sake of the others; then as a single read, because there are none.
                Duration most = Duration.ofSeconds(fault.kind.pauses(pattern)).plus(Limits.STANDARD.repeatBriefly());
                assertTrue(parts.passed().compareTo(most) <= 0, () -> pattern + " " + parts.passed());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void timeOutsAreRepeated(Operation operation) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger attempt = new AtomicInteger();
        try (StubMicrosoft stub = StubMicrosoft
                .answering(_ -> attempt.incrementAndGet() <= 2 ? Reply.silence(over) : operation.good())) {
            operation.send(stub.provisioning(Limits.STANDARD.withAnswer(Duration.ofMillis(300)), timer));
            assertEquals(List.of(1L, 2L), timer.pauses.stream().map(Duration::toSeconds).toList());
        } finally {
            over.countDown();
        }
    }

    @Test
    void aLastingTimeOutEndsInTwoMinutesAtMost() {
        Limits limits = Limits.STANDARD;
        assertTrue(limits.repeat().plus(limits.answer()).compareTo(Duration.ofMinutes(2)) <= 0);
        // A second attempt must fit, even if the first one took its whole time.
        assertTrue(limits.test().plus(limits.longestPause()).compareTo(limits.repeat()) <= 0);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "90, 90", "0, 1", "soon, 1", "-5, 1", "'Mon, 02 Mar 2026 09:01:30 GMT', 90",
            "'Mon, 02 Mar 2026 08:59:00 GMT', 1", "'Monday, 02-Mar-26 09:00:20 GMT', 20"})
    void retryAfterIsObeyedByTheClockOfTheResponse(String wanted, long seconds) throws Exception {
        String busy = String.join("\r\n", "HTTP/1.1 503 x", "Date: Mon, 02 Mar 2026 09:00:00 GMT",
                "Retry-After: " + wanted, "Content-Length: 0", "", "");
        String good = String.join("\r\n", "HTTP/1.1 200 OK", "Content-Type: application/json", "Content-Length: 12", "",
                StubDirectory.NOTHING);
        AtomicInteger attempt = new AtomicInteger();
        // A clock that is a year slow changes nothing.
        timer.set(Instant.parse("2025-03-02T09:00:00Z"));
        try (RawServer server = new RawServer(_ -> attempt.incrementAndGet() == 1 ? busy : good)) {
            server.provisioning(Limits.STANDARD, timer).readConnection("app");
            assertEquals(List.of(seconds), timer.pauses.stream().map(Duration::toSeconds).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"181, 0", "100, 1", "60, 3", "7, 25"})
    void microsoftIsWaitedForUpToTheLimit(String wanted, int pauses) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(429, "x").with("Retry-After", wanted))) {
            assertThrows(ProblemException.class, () -> stub.provisioning(timer).readConnection("app"));
            assertEquals(pauses, timer.throttlePauses.size());
        }
    }

    @Test
    void aPauseThatMicrosoftAskedForLeavesTheTimeForOtherFaults() throws Exception {
        AtomicInteger attempt = new AtomicInteger();
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> switch (attempt.incrementAndGet()) {
            case 1 -> Reply.error(429, "x").with("Retry-After", "120");
            case 2, 3 -> Reply.NONE;
            default -> Reply.json(200, StubDirectory.NOTHING);
        })) {
            stub.provisioning(timer).readConnection("app");
            assertEquals(4, stub.seen.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2036-01-01T00:00:00Z"})
    void aClockThatIsSetMeanwhileChangesNothing(Instant set) throws Exception {
        AtomicInteger attempt = new AtomicInteger();
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> {
            timer.set(set);
            return attempt.incrementAndGet() < 5 ? Reply.error(500, "x") : Reply.json(200, StubDirectory.NOTHING);
        })) {
            stub.provisioning(timer).readConnection("app");
            assertEquals(15, timer.passed().toSeconds());
        }
    }

    @Test
    void theWindowIsToldFromTheFifthSecondOnWhyAndUntilWhen() throws Exception {
        Instant began = timer.now();
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(500, "x"))) {
            assertThrows(ProblemException.class, () -> stub.provisioning(timer).readConnection("app"));
        }
        assertEquals(6, timer.waits.size());
        assertEquals(RetryWait.Reason.SERVICE_UNWELL, timer.waits.getFirst().reason());
        assertEquals(Duration.ofSeconds(4), timer.waits.getFirst().pause());
        assertTrue(timer.waits.stream().allMatch(wait -> wait.end().equals(began.plusSeconds(90))));
    }

    @ParameterizedTest
    @CsvSource({"NET_TIMED_OUT", "SERVICE_DOWN", "NET_NO_NAME", "NET_STRANGE_ANSWER", "SERVICE_BUSY"})
    void withoutAnAccessTokenNothingIsSentAndThatIsSaid(ProblemCode code) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            GraphProvisioning provisioning = stub.provisioning(Limits.STANDARD, () -> {
                throw new ProblemException(problem(code));
            }, timer);
            assertEquals(code, assertInstanceOf(SaveResponse.NotSent.class, save(provisioning)).problem().code());
            ProblemException e = assertThrows(ProblemException.class, () -> provisioning.start("app", "job"));
            assertEquals(code, e.problem().code());
            assertTrue(e.isBeforeSending());
            assertEquals(List.of(), stub.seen);
        }
    }

    @Test
    void aSignInThatHasEndedIsToldBeforeASave() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            GraphProvisioning provisioning = stub.provisioning(Limits.STANDARD, () -> {
                throw new ProblemException(problem(ProblemCode.SIGNIN_EXPIRED));
            }, timer);
            assertEquals(ProblemCode.SIGNIN_EXPIRED,
                    assertInstanceOf(SaveResponse.Refused.class, save(provisioning)).problem().code());
            assertThrows(ProblemException.class, () -> provisioning.readConnection("app"));
            assertEquals(List.of(), stub.seen);
            assertEquals(List.of(), timer.pauses);
        }
    }

    @Test
    void theTokenOfASaveIsFetchedOnceAndBefore() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        AccessTokens tokens = () -> {
            fetched.incrementAndGet();
            return new AccessToken("BEARER", Cloud.PRACTICE);
        };
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            GraphProvisioning provisioning = stub.provisioning(Limits.STANDARD, tokens, timer);
            assertInstanceOf(SaveResponse.Saved.class, save(provisioning));
            assertEquals(1, fetched.get());
            provisioning.start("app", "job");
            assertEquals(2, fetched.get());
        }
    }

    @Test
    void anAccessTokenThatCannotBeHadForAMomentHoldsUpNoRead() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        AccessTokens tokens = () -> {
            if (fetched.incrementAndGet() < 4) {
                throw new ProblemException(problem(ProblemCode.SERVICE_DOWN));
            }
            return new AccessToken("BEARER", Cloud.PRACTICE);
        };
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, StubDirectory.NOTHING))) {
            stub.provisioning(Limits.STANDARD, tokens, timer).readConnection("app");
            assertEquals(1, stub.seen.size());
        }
    }

    private static SaveResponse save(GraphProvisioning provisioning) {
        return provisioning.save("app", TestedCredentialsFactory.credentials(TestedCredentialsFactory.token()));
    }

    private static Problem problem(ProblemCode code) {
        return new Problem(code, Diagnostics.at(Instant.EPOCH));
    }
}
