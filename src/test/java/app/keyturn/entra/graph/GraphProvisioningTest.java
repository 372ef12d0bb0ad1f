package app.keyturn.entra.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.RetryWait;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests to Microsoft Graph, and the handling of strange responses. */
class GraphProvisioningTest {
    @Test
    void aTokenOfOneCloudIsNotShownToAnother() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{}"))) {
            GraphProvisioning mixed = stub.provisioning(PracticeRenewal.LIMITS,
                    () -> new AccessToken("BEARER", Cloud.GLOBAL));
            assertEquals("NET-STRANGE-ANSWER", codeOf(mixed::readTenant));
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> mixed.readJob("app", "job")));
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> mixed.readConnection("app")));
            assertEquals(List.of(), List.copyOf(stub.seen));
        }
    }

    @Test
    void theBearerGoesToMicrosoftGraphOnly() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{\"value\":[]}"))) {
            stub.provisioning().readConnection("app");
            assertEquals(Optional.of("Bearer BEARER"), stub.seen.getFirst().bearer());
            assertEquals(StubMicrosoft.GRAPH, stub.seen.getFirst().host());
        }
    }

    @Test
    void aRedirectIsAnErrorAndIsNotFollowed() throws Exception {
        Reply redirect = Reply.json(302, "{}").with("Location", "https://elsewhere.practice.invalid/");
        try (StubMicrosoft stub = StubMicrosoft.answering(redirect)) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readJob("app", "job")));
            assertTrue(stub.seen.stream().allMatch(request -> request.host().equals(StubMicrosoft.GRAPH)));
        }
    }

    @Test
    void unusualPairsAreReadAsTheyAre() throws Exception {
        String json = "{\"value\":[{\"key\":\"A\",\"value\":1.50},{\"key\":\"A\",\"value\":true},"
                + "{\"key\":\"B\",\"value\":null},{\"key\":\"C\"},{\"key\":\"D\",\"value\":\" \\u003c\\n\"}]}";
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, json))) {
            assertEquals(List.of(new ConnectionPair("A", "1.50"), new ConnectionPair("A", "true"),
                    new ConnectionPair("D", " <\n")), stub.provisioning().readConnection("app").pairs());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}", "[]", "{\"value\":{}}", "{\"value\":[1]}",
            "{\"value\":[{\"value\":\"x\"}]}", "{\"value\":[{\"key\":\"A\",\"value\":{\"b\":1}}]}", "<html></html>",
            "{\"value\":["})
    void pairsThatCouldNotBeSentBackUnchangedAreNotTouched(String json) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, json))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
        }
    }

    @Test
    void unreadableResponsesAreStrangeAnswers() throws Exception {
        for (Reply reply : List.of(Reply.page(200), Reply.json(200, "<html></html>"), Reply.json(200, "[]"),
                new Reply(200, "text/plain", "{}", Map.of()), Reply.json(200, ""), Reply.DONE)) {
            try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
                assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readJob("app", "job")));
                assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
                assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readTenant()));
            }
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, " ".repeat(6_000_000)))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
        }
    }

    @Test
    void aTestCarriesEveryReadablePairAndSavesNothing() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            Credentials credentials = new Credentials(TestedCredentialsFactory.CONNECTION.readable(),
                    TestedCredentialsFactory.token());
            assertInstanceOf(CredentialTest.Passed.class, stub.provisioning().test("app", "a.b.c", credentials));
            Seen seen = stub.seen.getFirst();
            assertEquals("/v1.0/servicePrincipals/app/synchronization/jobs/a.b.c/validateCredentials", seen.path());
            assertEquals("{\"useSavedCredentials\":false,\"credentials\":[{\"key\":\"BaseAddress\",\"value\":"
                    + "\"https://federation.apple.com/feeds/school/scim?a=b\"},{\"key\":\"BrandNewKey\",\"value\":"
                    + "\"{ \\\"odd\\\" : 1 }\"},{\"key\":\"SecretToken\",\"value\":\"" + TestedCredentialsFactory.TOKEN
                    + "\"}]}",
                    seen.body());
        }
    }

    @Test
    void theSavedCredentialsAreTestedWithoutBeingSent() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            stub.provisioning().testSaved("app", "job");
            assertEquals("{\"useSavedCredentials\":true}", stub.seen.getFirst().body());
        }
    }

    @Test
    void aTestAnsweredBySomethingElseIsNoPass() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{}"))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().testSaved("app", "job")));
        }
    }

    @Test
    void aTestWithoutAResponseHasItsRequestIdInTheProblem() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            Problem problem = assertThrows(ProblemException.class, () -> stub.provisioning().testSaved("app", "job"))
                    .problem();
            assertEquals("NET-UNREACHABLE", problem.code().id());
            assertEquals(stub.seen.getLast().id(), problem.details().correlationId());
            assertTrue(problem.details().correlationId().isPresent());
        }
    }

    @Test
    void aStartIsSentOnceWhateverComesBack() throws Exception {
        for (Reply reply : List.of(Reply.NONE, Reply.error(503, "x").with("Retry-After", "0"),
                Reply.json(200, "{}"), Reply.error(429, "x"))) {
            try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
                assertThrows(ProblemException.class, () -> stub.provisioning().start("app", "job"));
                assertEquals(1, stub.count("POST", "/v1.0/servicePrincipals/app/synchronization/jobs/job/start"));
            }
        }
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            stub.provisioning().start("app", "job");
        }
    }

    @Test
    void anInterruptEndsEveryQuestionAtOnce() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> Reply.silence(over))) {
            GraphProvisioning provisioning = stub.provisioning();
            for (Executable question : List.<Executable>of(provisioning::readTenant,
                    () -> provisioning.findApps("Maple"), () -> provisioning.searchAll(_ -> {}),
                    () -> provisioning.readConnection("a"), () -> provisioning.readJob("a", "b"),
                    () -> provisioning.testSaved("a", "b"), () -> provisioning.start("a", "b"))) {
                int before = stub.seen.size();
                CompletableFuture<Throwable> ended = new CompletableFuture<>();
                Thread asking = Thread.ofPlatform()
                        .start(() -> ended.complete(assertThrows(Throwable.class, question)));
                while (stub.seen.size() == before) {
                    Thread.onSpinWait();
                }
                long start = System.nanoTime();
                asking.interrupt();
                assertInstanceOf(InterruptedException.class, ended.join());
                assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1000);
            }
        } finally {
            over.countDown();
        }
    }

    @Test
    void allThatAQuestionNeedsHasOneTimeLimit() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> Reply.silence(over))) {
            Limits hasty = PracticeRenewal.LIMITS.withStep(Duration.ofMillis(200));
            assertEquals("NET-TIMED-OUT", codeOf(() -> stub.provisioning(hasty).readConnection("app")));
            assertEquals(1, stub.seen.size());
        } finally {
            over.countDown();
        }
    }

    @Test
    void theListenerGetsThePausesThatMicrosoftAsksForAndTheEnd() throws Exception {
        List<RetryWait> waits = new ArrayList<>();
        int[] over = {0};
        Timer.RetryListener told = new Timer.RetryListener() {
            @Override
            public void waiting(RetryWait wait) {
                waits.add(wait);
            }

            @Override
            public void over() {
                over[0]++;
            }
        };
        List<Reply> replies = new ArrayList<>(List.of(Reply.error(429, "x").with("Retry-After", "1"),
                Reply.json(200, "{\"value\":[]}")));
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> replies.removeFirst())) {
            Instant before = Instant.now();
            stub.provisioning(Timer.on(Clock.systemUTC(), told)).readConnection("app");
            assertEquals(1, waits.size());
            assertEquals(RetryWait.Reason.BUSY, waits.getFirst().reason());
            assertFalse(waits.getFirst().next().isBefore(before.plusSeconds(1)));
            assertTrue(over[0] > 0);
        }
    }

    private static String codeOf(Executable question) {
        return assertThrows(ProblemException.class, question).problem().code().id();
    }
}
