package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one request that writes secrets: sent once, and its response never overrated. */
class GraphSaveTest {
    @Test
    void a204IsSavedAtMicrosoftsTime() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            SaveResponse.Saved saved = assertInstanceOf(SaveResponse.Saved.class, save(stub));
            assertTrue(Duration.between(saved.date().orElseThrow(), Instant.now()).abs().toMinutes() < 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date: yesterday\r\n", "Date: 0\r\n", "Date: \r\n", "Date: 2026-03-02T09:00:00Z\r\n"})
    void a204WithoutAUsableDateDoesNotGetOneOfThisComputers(String header) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            Thread.ofVirtual().start(() -> answer(server, "HTTP/1.1 204 No Content\r\n" + header + "\r\n"));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
            EntraHttp http = new EntraHttp(PracticeRenewal.LIMITS,
                    HostMap.forPractice(Map.of(StubMicrosoft.GRAPH, address)));
            Graph graph = new Graph(() -> Cloud.PRACTICE, http, () -> new AccessToken("BEARER", Cloud.PRACTICE),
                    _ -> {});
            GraphProvisioning provisioning = new GraphProvisioning(graph, PracticeRenewal.LIMITS,
                    Timer.on(Clock.systemUTC()), Clock.systemUTC());

            assertEquals(Optional.empty(),
                    assertInstanceOf(SaveResponse.Saved.class, save(provisioning)).date());
        }
    }

    /** The JDK's own server always sends a {@code Date}. */
    private static void answer(ServerSocket server, String response) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(new byte[8192]);
            client.getOutputStream().write(response.getBytes(US_ASCII));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPairIsSentAsItWasReadAndTheTokenBesideIt() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            save(stub);
            assertEquals("{\"value\":[{\"key\":\"BaseAddress\",\"value\":\"https://federation.apple.com/feeds/school/"
                    + "scim?a=b\"},{\"key\":\"BrandNewKey\",\"value\":\"{ \\\"odd\\\" : 1 }\"},"
                    + "{\"key\":\"SecretToken\",\"value\":\"" + TestedCredentialsFactory.TOKEN + "\"}]}",
                    stub.seen.getFirst().body());
            assertEquals("/v1.0/servicePrincipals/app/synchronization/secrets", stub.seen.getFirst().path());
        }
    }

    @Test
    void aLostAnswerIsNotKnownAndNothingIsSentTwice() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            SaveResponse.NotKnown lost = assertInstanceOf(SaveResponse.NotKnown.class, save(stub));
            assertEquals(1, stub.count("PUT", "/secrets"));
            assertEquals(stub.seen.getFirst().id(), lost.details().correlationId());
            assertTrue(lost.details().correlationId().isPresent());
        }
    }

    @Test
    void aLostAnswerOnAConnectionUsedBeforeIsNotRepeatedEither() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(
                request -> request.method().equals("PUT") ? Reply.NONE : Reply.json(200, "{\"value\":[]}"))) {
            GraphProvisioning provisioning = stub.provisioning();
            provisioning.readConnection("app");
            assertInstanceOf(SaveResponse.NotKnown.class, save(provisioning));
            assertEquals(1, stub.count("PUT", "/secrets"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 302, 307, 408, 500, 502, 503, 504})
    void anAnswerThatDoesNotTellIsNotKnown(int status) throws Exception {
        Reply reply = Reply.json(status, "{}")
                .with(status < 400 ? "Location" : "Retry-After",
                        status < 400 ? "https://elsewhere.practice.invalid/" : "0");
        try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
            SaveResponse.NotKnown lost = assertInstanceOf(SaveResponse.NotKnown.class, save(stub));
            assertEquals(status, lost.details().status().orElseThrow());
            assertEquals(1, stub.seen.size());
        }
    }

    @Test
    void noAnswerInTimeIsNotKnown() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> Reply.silence(over))) {
            Limits hasty = PracticeRenewal.LIMITS.withAnswer(Duration.ofMillis(150));
            SaveResponse.NotKnown lost = assertInstanceOf(SaveResponse.NotKnown.class, save(stub.provisioning(hasty)));
            assertEquals(1, stub.seen.size());
            assertEquals(stub.seen.getFirst().id(), lost.details().correlationId());
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({"400,BadRequest,SAVE-REFUSED", "401,UnknownError,ROLE-MISSING",
            "401,InvalidAuthenticationToken,SIGNIN-EXPIRED", "403,Authorization_RequestDenied,ROLE-MISSING",
            "404,Request_ResourceNotFound,APP-GONE", "409,Conflict,SAVE-REFUSED", "413,TooLarge,SAVE-REFUSED"})
    void aRefusalSaysThatNothingWasChanged(int status, String code, String problem) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(status, code))) {
            SaveResponse.Refused refused = assertInstanceOf(SaveResponse.Refused.class, save(stub));
            assertEquals(problem, refused.problem().code().id());
            assertEquals(ChangeState.NOTHING, refused.problem().changed());
            assertEquals(1, stub.seen.size());
        }
    }

    @ParameterizedTest
    @CsvSource({"7,7", "0,0", "soon,"})
    void aBusyMicrosoftSaysHowLongToWait(String told, @Nullable Long seconds) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft
                .answering(Reply.error(429, "TooManyRequests").with("Retry-After", told))) {
            SaveResponse.Busy busy = assertInstanceOf(SaveResponse.Busy.class, save(stub));
            assertEquals("SERVICE-BUSY", busy.problem().code().id());
            assertEquals(Optional.ofNullable(seconds).map(Duration::ofSeconds), busy.pause());
            assertEquals(1, stub.seen.size());
        }
    }

    @Test
    void aRefusalThatIsAWebPageIsNotMicrosofts() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.page(403))) {
            assertInstanceOf(SaveResponse.NotKnown.class, save(stub));
        }
    }

    @Test
    void anEndedSignInIsReportedSinceNothingWasSent() throws Exception {
        Problem ended = new ProblemMapper(Clock.systemUTC()).problem(ProblemCode.SIGNIN_EXPIRED);
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            GraphProvisioning provisioning = stub.provisioning(PracticeRenewal.LIMITS, () -> {
                throw new ProblemException(ended);
            });
            assertEquals(new SaveResponse.Refused(ended), save(provisioning));
            assertEquals(0, stub.seen.size());
        }
    }

    @Test
    void aForgottenTokenIsNotSent() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            ScimToken token = TestedCredentialsFactory.token();
            var credentials = TestedCredentialsFactory.credentials(token);
            token.destroy();
            SaveResponse answer = stub.provisioning().save("app", credentials);
            assertEquals("INTERNAL-FAULT", assertInstanceOf(SaveResponse.Refused.class, answer).problem().code().id());
            assertEquals(0, stub.seen.size());
        }
    }

    @Test
    void anInterruptDoesNotStopASaveHalfWayAndIsNotForgotten() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> {
            arrived.countDown();
            Reply.silence(goOn);
            return Reply.DONE;
        })) {
            CompletableFuture<SaveResponse> answer = new CompletableFuture<>();
            CompletableFuture<Boolean> remembered = new CompletableFuture<>();
            GraphProvisioning provisioning = stub.provisioning();
            Thread saving = Thread.ofVirtual().start(() -> {
                answer.complete(save(provisioning));
                remembered.complete(Thread.currentThread().isInterrupted());
            });
            arrived.await();
            saving.interrupt();
            assertFalse(answer.isDone());
            goOn.countDown();
            assertInstanceOf(SaveResponse.Saved.class, answer.join());
            assertTrue(remembered.join());
        }
    }

    private static SaveResponse save(StubMicrosoft stub) {
        return save(stub.provisioning());
    }

    private static SaveResponse save(GraphProvisioning provisioning) {
        return provisioning.save("app", TestedCredentialsFactory.credentials(TestedCredentialsFactory.token()));
    }
}
