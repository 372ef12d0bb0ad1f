package app.keyturn.entra.graph;

import static app.keyturn.testkit.StubDirectory.AT_APPLE;
import static app.keyturn.testkit.StubDirectory.NOTHING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.UnreadApp;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An app that cannot be read is named, and hides no other one. */
class BrokenNeighbourTest {
    private static final String RIGHT = "11111111-2222-3333-4444-555555555555";
    private static final String BROKEN = "99999999-8888-7777-6666-555555555555";

    /** What is broken about the neighbour. */
    enum Fault {
        // @formatter:off
        E500(500, error("InternalServerError"), "SERVICE-DOWN"),
        E502_PAGE(502, error("x"), "SERVICE-DOWN"),
        E503(503, error("x"), "SERVICE-DOWN"),
        E504(504, error("x"), "SERVICE-DOWN"),
        E429(429, error("TooManyRequests"), "SERVICE-BUSY"),
        E400(400, error("BadRequest"), "SERVICE-REFUSED"),
        E401(401, error("UnknownError"), "ROLE-MISSING"),
        E403(403, error("Authorization_RequestDenied"), "ROLE-MISSING"),
        E405(405, error("x"), "SERVICE-REFUSED"),
        E408(408, error("x"), "NET-TIMED-OUT"),
        E501(501, error("x"), "SERVICE-DOWN"),
        NO_LIST(200, "{}", "NET-STRANGE-ANSWER"),
        ODD_LIST(200, "{\"value\":{\"a\":1}}", "NET-STRANGE-ANSWER"),
        NO_OBJECT(200, "[]", "NET-STRANGE-ANSWER"),
        TEXT(200, "\"<html>\"", "NET-STRANGE-ANSWER");
        // @formatter:on

        private final int status;
        private final String body;
        private final String code;

        Fault(int status, String body, String code) {
            this.status = status;
            this.body = body;
            this.code = code;
        }

        private static String error(String code) {
            return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"\"}}";
        }

        private Reply reply() {
            return Reply.json(status, body);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values())
                .flatMap(fault -> Stream.of("/secrets", "/jobs", "").map(part -> Arguments.of(fault, part)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBrokenNeighbourIsNamedBesideTheRightApp(Fault fault, String part) throws Exception {
        for (boolean first : List.of(true, false)) {
            StubDirectory directory = directory(first).replyTo(isBroken(part), fault.reply());
            for (SearchResult result : searches(directory)) {
                assertEquals(List.of(RIGHT), ids(result));
                assertEquals(List.of(BROKEN + " Apple accounts " + fault.code), unread(result));
                assertEquals(new Rest.Nothing(), result.rest());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ifItIsTheOnlyOneItsProblemIsReported(Fault fault, String part) throws Exception {
        StubDirectory directory = new StubDirectory().app(BROKEN, "Apple accounts", AT_APPLE)
                .app("x", "Apple Internet Accounts", NOTHING)
                .replyTo(isBroken(part), fault.reply());
        try (StubMicrosoft stub = directory.open()) {
            assertEquals(fault.code, assertThrows(ProblemException.class, () -> stub.provisioning().readTenant())
                    .problem()
                    .code()
                    .id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secrets", "/jobs", ""})
    void aNeighbourThatHangsIsNamedToo(String part) throws Exception {
        hangs(seen -> isBroken(part).test(seen) || seen.body().contains(BROKEN + "/synchronization" + part), 1);
    }

    @Test
    void severalNeighboursThatHangAreNamedToo() throws Exception {
        hangs(seen -> seen.path().contains("/9") || seen.body().contains("/9"), 3);
    }

    @Test
    void aNeighbourThatHangsOnlyInABatchIsRead() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        StubDirectory directory = directory(true);
        try (StubMicrosoft stub = hanging(directory, seen -> seen.body().contains(BROKEN), over)) {
            SearchResult result = impatient(stub);
            assertEquals(List.of(BROKEN, RIGHT), ids(result).stream().sorted().toList().reversed());
            assertEquals(List.of(), result.unread());
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "200"})
    void anAppThatWasNeverSetUpIsNoNeighbourInTrouble(String answer) throws Exception {
        StubDirectory directory = directory(true).app("never", "Apple Business Manager", NOTHING)
                .replyTo(seen -> seen.path().contains("/never/") && answer.equals("404"),
                        Reply.error(404, "Request_ResourceNotFound"));
        for (SearchResult result : searches(directory)) {
            assertEquals(List.of(), result.unread());
            assertTrue(ids(result).contains(RIGHT));
        }
    }

    @Test
    void anAppThatAnswersAgainIsReadAgainAndTheOthersAreNot() throws Exception {
        StubDirectory directory = directory(true).replyToFirst(50, isBroken(""), Reply.error(403, "x"));
        try (StubMicrosoft stub = directory.open()) {
            SearchResult before = stub.provisioning().readTenant().search();
            assertEquals(1, before.unread().size());
            SearchResult still = stub.provisioning().readAgain(before.unread());
            assertEquals(before.unread().getFirst().id(), still.unread().getFirst().id());
        }
        StubDirectory well = directory(true);
        try (StubMicrosoft stub = well.open()) {
            SearchResult again = stub.provisioning().readAgain(List.of(unreadApp(BROKEN)));
            assertEquals(List.of(BROKEN), ids(again));
            assertTrue(again.isComplete());
            assertTrue(well.asked.stream().noneMatch(seen -> seen.path().contains(RIGHT)));
            assertEquals(2, stub.seen.size());
        }
    }

    @Test
    void anAppThatTurnsOutNotToConcernAppleIsForgotten() throws Exception {
        try (StubMicrosoft stub = new StubDirectory().app("x", "Apple pie", NOTHING).open()) {
            SearchResult again = stub.provisioning().readAgain(List.of(unreadApp("x")));
            assertEquals(List.of(), again.apps());
            assertTrue(again.isComplete());
        }
    }

    private static UnreadApp unreadApp(String id) throws Exception {
        StubDirectory directory = directory(true).replyTo(isBroken(""), Reply.error(403, "x"));
        try (StubMicrosoft stub = directory.open()) {
            UnreadApp unread = stub.provisioning().readTenant().unread().getFirst();
            return new UnreadApp(id, unread.name(), unread.problem());
        }
    }

    private static void hangs(Predicate<Seen> questions, int number) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        StubDirectory directory = directory(true);
        for (int more = 1; more < number; more++) {
            directory.app("9" + more, "Apple thing " + more, AT_APPLE);
        }
        try (StubMicrosoft stub = hanging(directory, questions, over)) {
            SearchResult result = impatient(stub);
            assertEquals(List.of(RIGHT), ids(result));
            assertEquals(number, result.unread().size());
            assertTrue(result.unread().stream().allMatch(app -> app.problem().code().id().equals("NET-TIMED-OUT")));
        } finally {
            over.countDown();
        }
    }

    private static SearchResult impatient(StubMicrosoft stub) throws Exception {
        return stub.provisioning(PracticeRenewal.LIMITS.withAnswer(Duration.ofMillis(400))).readTenant().search();
    }

    private static StubMicrosoft hanging(StubDirectory directory, Predicate<Seen> questions, CountDownLatch over)
            throws Exception {
        return StubMicrosoft.answering(seen -> questions.test(seen)
                ? Reply.silence(over)
                : StubMicrosoft.takingBatches(directory).apply(seen));
    }

    private static StubDirectory directory(boolean brokenFirst) {
        StubDirectory directory = new StubDirectory();
        if (brokenFirst) {
            return directory.app(BROKEN, "Apple accounts", AT_APPLE).app(RIGHT, "Apple School Manager", AT_APPLE);
        }
        return directory.app(RIGHT, "Apple School Manager", AT_APPLE).app(BROKEN, "Apple accounts", AT_APPLE);
    }

    /** The search after the sign-in and the one by name, in batches and alone. */
    private static List<SearchResult> searches(StubDirectory directory) throws Exception {
        try (StubMicrosoft batches = directory.open(); StubMicrosoft alone = directory.openWithoutBatches()) {
            return List.of(batches.provisioning().readTenant().search(), batches.provisioning().findApps("Apple"),
                    alone.provisioning().readTenant().search(), alone.provisioning().findApps("Apple"));
        }
    }

    private static Predicate<Seen> isBroken(String part) {
        return seen -> seen.path().contains("/" + BROKEN + "/synchronization/") && seen.path().endsWith(part);
    }

    private static List<String> ids(SearchResult search) {
        return search.apps().stream().map(ProvisioningApp::id).toList();
    }

    private static List<String> unread(SearchResult search) {
        return search.unread()
                .stream()
                .map(app -> app.id() + " " + app.name() + " " + app.problem().code().id())
                .toList();
    }
}
