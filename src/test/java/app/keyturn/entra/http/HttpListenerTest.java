package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.log.HttpEvent;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log is told of what goes on between this program and Microsoft, and what it never is. */
class HttpListenerTest {
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.Zm9vYmFyYmF6cXV4.c2lnbmF0dXJl";

    private final List<HttpEvent> exchanges = new ArrayList<>();
    private final List<Throwable> unexpected = new ArrayList<>();
    private final SecretRedactor redactor = new SecretRedactor();
    private final HttpListener listener = new HttpListener() {
        @Override
        public void requestEnded(HttpEvent exchange) {
            exchanges.add(exchange);
        }

        @Override
        public void unexpected(Throwable thrown) {
            unexpected.add(thrown);
        }
    };

    @Test
    void aRequestIsToldWithItsAnswerAndWithoutIds() throws IOException {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(404, "{}").with("request-id", "the-request"))) {
            ask(http(stub), "https://graph.practice.invalid/v1.0/servicePrincipals/1a431e7d/synchronization/jobs/"
                    + "Apple.1/start?$top=1");
        }
        assertEquals("GET /v1.0/servicePrincipals/{id}/synchronization/jobs/{id}/start", told());
        assertEquals(OptionalInt.of(404), exchanges.getFirst().status());
        assertEquals(Optional.of("the-request"), exchanges.getFirst().requestId());
        assertFalse(exchanges.getFirst().took().compareTo(Duration.ofMinutes(1)) > 0);
    }

    @Test
    void aLostAnswerIsToldWithWhatTheNetworkDid() throws IOException {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            EntraHttp http = http(stub);
            assertThrows(IOException.class, () -> ask(http, "https://graph.practice.invalid/v1.0/organization"));
        }
        assertEquals("GET /v1.0/organization", told());
        assertEquals(OptionalInt.empty(), exchanges.getFirst().status());
    }

    @ParameterizedTest
    @CsvSource({"/maple.example/oauth2/v2.0/token,/{id}/oauth2/v2.0/token",
            "/v1.0/servicePrincipals/x,/v1.0/servicePrincipals/{id}",
            "/v1.0/servicePrincipals(appId='x'),/v1.0/{id}", "/v1.0/users/it@maple.example,/v1.0/{id}/{id}"})
    void whatIsNoWordOfMicrosoftsIsAnId(String path, String told) throws IOException {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{}"))) {
            ask(http(stub), "https://graph.practice.invalid" + path);
        }
        assertEquals("GET " + told, told());
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "Error." + TOKEN, "X_aGciOiJub25lIn0.Zm9vYm"})
    void aServerThatSendsTheTokenBackAsACodeDoesNotGetItIntoAProblem(String echo) throws IOException {
        redactor.remember(SecretRedactor.Kind.APPLE_TOKEN, TOKEN);
        Reply reply = Reply.error(400, echo).with("request-id", echo);
        try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
            EntraHttp http = http(stub);
            ProblemMapper problems = ProblemMapper.of(http, Clock.systemUTC());
            ErrorResponse response = response(http);
            for (Problem problem : List.of(problems.of(response), problems.ofTest(response).orElseThrow().problem(),
                    problems.ofSignIn(echo, ""))) {
                Diagnostics details = problem.details();
                assertEquals(Optional.empty(), details.errorCode());
                assertEquals(Optional.empty(), details.requestId());
            }
        }
    }

    @Test
    void anOrdinaryCodeStays() throws IOException {
        redactor.remember(SecretRedactor.Kind.APPLE_TOKEN, TOKEN);
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(400, "BadRequest"))) {
            EntraHttp http = http(stub);
            assertEquals(Optional.of("BadRequest"),
                    ProblemMapper.of(http, Clock.systemUTC()).of(response(http)).details().errorCode());
        }
    }

    @Test
    void whatNobodyForesawIsToldAndWhatIsKnownIsNot() throws IOException {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            ProblemMapper problems = ProblemMapper.of(http(stub), Clock.systemUTC());
            problems.of(new java.net.UnknownHostException());
            assertEquals(List.of(), unexpected);
            IllegalStateException fault = new IllegalStateException();
            Problem problem = problems.of(fault);
            assertEquals(ProblemCode.INTERNAL_FAULT, problem.code());
            assertEquals(List.of(fault), unexpected);
        }
    }

    private EntraHttp http(StubMicrosoft stub) {
        return new EntraHttp(PracticeRenewal.LIMITS, stub.hosts, Clock.systemUTC(), new ProxyCredentials(), () -> false,
                redactor,
                listener);
    }

    private String told() {
        return exchanges.getFirst().method() + " " + exchanges.getFirst().path();
    }

    private static ErrorResponse response(EntraHttp http) throws IOException {
        try (Response response = send(http, "https://graph.practice.invalid/v1.0/organization")) {
            return ErrorResponse.of(response);
        }
    }

    private static void ask(EntraHttp http, String address) throws IOException {
        send(http, address).close();
    }

    private static Response send(EntraHttp http, String address) throws IOException {
        return http.callFactory().newCall(new Request.Builder().url(address).build()).execute();
    }
}
