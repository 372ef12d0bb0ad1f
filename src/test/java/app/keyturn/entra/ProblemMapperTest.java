package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.UnexpectedResponseException;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import com.google.gson.JsonSyntaxException;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The problems of everything that can go wrong between this program and Microsoft. */
class ProblemMapperTest {
    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";
    private static final String UNAVAILABLE = "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable";

    private final ProblemMapper problems = new ProblemMapper(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "401 | {\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Lifetime\"}} | SIGNIN-EXPIRED",
            "401 | {\"error\":{\"code\":\"UnknownError\",\"message\":\"\",\"innerError\":{\"date\":\"x\"}}} | ROLE-MISSING",
            "401 | '' | ROLE-MISSING", "403 | '' | ROLE-MISSING",
            "403 | {\"error\":{\"code\":\"Authorization_RequestDenied\"}} | ROLE-MISSING",
            "403 | <html>Blocked by the school</html> | NET-STRANGE-ANSWER", "404 | {} | APP-GONE",
            "404 | text | APP-GONE", "400 | {\"error\":\"a text\"} | SERVICE-REFUSED", "400 | [] | SERVICE-REFUSED",
            "400 | {\"error\":{\"code\":7,\"message\":{}}} | SERVICE-REFUSED", "408 | '' | NET-TIMED-OUT",
            "429 | {} | SERVICE-BUSY", "429 | <html></html> | SERVICE-BUSY", "500 | '' | SERVICE-DOWN",
            "502 | <html></html> | SERVICE-DOWN", "503 | {} | SERVICE-DOWN",
            "511 | <html></html> | NET-STRANGE-ANSWER", "400 | text | SERVICE-REFUSED",
            "200 | <html></html> | NET-STRANGE-ANSWER",
            "302 | '' | NET-STRANGE-ANSWER"})
    void anAnswerBecomesAProblem(int status, String body, String code) throws IOException {
        Problem problem = problems.of(response(status, body));
        assertEquals(code, problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(status, problem.details().status().orElseThrow());
        assertEquals(Optional.of("the-request"), problem.details().requestId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400 | {\"error\":{\"code\":\"" + FAILURE + "\",\"message\":\"While\"}} | TOKEN-TEST-FAILED",
            "400 | {\"error\":{\"code\":\"" + FAILURE + "\",\"message\":\"\"}} | TOKEN-REJECTED",
            "400 | {\"error\":{\"code\":\"" + FAILURE + "\",\"message\":\"...\"}} | TOKEN-REJECTED",
            "400 | {\"error\":{\"code\":\"UnknownError\",\"message\":\"{\\r\\n \\\"error\\\":{\\\"code\\\":\\\""
                    + FAILURE
                    + "\\\",\\\"details\\\":[],\\\"innerError\\\":null}}\",\"innerError\":{}}} | TOKEN-REJECTED",
            "400 | {\"error\":{\"code\":\"CredentialValidationUnavailable\",\"innerError\":{\"code\":\"" + UNAVAILABLE
                    + "\"}}} | TOKEN-NOT-CHECKED",
            "400 | {\"error\":{\"code\":\"CredentialValidationUnavailable\",\"innerError\":{\"code\":\"" + FAILURE
                    + "\"}}} | TOKEN-REJECTED",
            "400 | {\"error\":{\"code\":\"SystemForCrossDomainIdentityManagementServiceIncompatible\"}} | TOKEN-NOT-CHECKED",
            "400 | {\"code\":\"" + FAILURE + "\",\"message\":\"(401) Unauthorized\"} | TOKEN-REJECTED",
            "400 | {\"error\":{\"code\":\"BadRequest\",\"innererror\":{\"code\":\"" + FAILURE
                    + "\"}}} | TOKEN-REJECTED",
            "500 | {\"error\":{\"code\":\"" + UNAVAILABLE + "\"}} | TOKEN-NOT-CHECKED",
            "400 | {\"error\":{\"code\":\"BadRequest\"}} | TOKEN-TEST-FAILED", "400 | '' | TOKEN-TEST-FAILED",
            "422 | {} | TOKEN-TEST-FAILED"})
    void aFailedTestSaysWhy(int status, String body, String code) throws IOException {
        assertEquals(code, problems.ofTest(response(status, body))
                .map(CredentialTest.Failed::problem)
                .orElseThrow()
                .code()
                .id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"401 | {\"error\":{\"code\":\"UnknownError\",\"message\":\"\"}}", "403 | ''",
            "404 | {}", "429 | {}", "503 | {}", "400 | <html></html>", "200 | {}"})
    void anAnswerThatIsNotAboutTheTokenSaysNothingAboutIt(int status, String body) throws IOException {
        assertEquals(Optional.empty(), problems.ofTest(response(status, body)));
    }

    @Test
    void anExceptionBecomesAProblem() {
        Map<Throwable, String> table = Map.ofEntries(Map.entry(new UnknownHostException("h"), "NET-NO-NAME"),
                Map.entry(new ConnectException("c"), "NET-REFUSED"),
                Map.entry(new NoRouteToHostException("c"), "NET-UNREACHABLE"),
                Map.entry(new SocketException("reset"), "NET-UNREACHABLE"),
                Map.entry(new IOException("unexpected end of stream"), "NET-UNREACHABLE"),
                Map.entry(new SSLHandshakeException("PKIX path building failed"), "NET-NOT-TRUSTED"),
                Map.entry(new SSLPeerUnverifiedException("wrong name"), "NET-NOT-TRUSTED"),
                Map.entry(cutOff(), "NET-UNREACHABLE"), Map.entry(new SocketTimeoutException(), "NET-TIMED-OUT"),
                Map.entry(new JsonSyntaxException("x"), "NET-STRANGE-ANSWER"),
                Map.entry(new UnexpectedResponseException("x"), "NET-STRANGE-ANSWER"),
                Map.entry(new MsalClientException(new ConnectException()), "NET-REFUSED"),
                Map.entry(new MsalClientException("x", "invalid_json"), "NET-STRANGE-ANSWER"),
                Map.entry(new MsalServiceException("x", "invalid_json"), "NET-STRANGE-ANSWER"),
                Map.entry(new MsalThrottlingException(1), "SERVICE-BUSY"),
                Map.entry(new MsalClientException("x", "something"), "SIGNIN-FAILED"),
                Map.entry(new MsalServiceException("AADSTS50105: no", "invalid_grant"), "SIGNIN-NOT-ASSIGNED"),
                Map.entry(new ProblemException(problems.problem(ProblemCode.STOPPED)),
                        "STOPPED"),
                Map.entry(new IllegalStateException("x"), "INTERNAL-FAULT"),
                Map.entry(new StackOverflowError(), "INTERNAL-FAULT"));
        table.forEach((thrown, code) -> {
            assertEquals(code, problems.of(thrown).code().id(), thrown::toString);
            assertEquals(code, problems.of(new ExecutionException(new RuntimeException(thrown))).code().id());
        });
    }

    @Test
    void aCircleOfCausesHasAnEnd() {
        Exception one = new IllegalStateException();
        one.initCause(new IllegalStateException(one));
        assertEquals("INTERNAL-FAULT", problems.of(one).code().id());
    }

    @Test
    void noTextOfAnAnswerOrAnExceptionGetsThrough() throws IOException {
        String body = "{\"error\":{\"code\":\"secret with blanks\",\"message\":\"secret https://a.example?t=secret\"}}";
        for (Problem problem : List.of(problems.of(response(400, body)), problems.of(new IOException("secret")),
                problems.ofSignIn("secret with blanks", "secret"),
                problems.ofTest(response(400, body)).orElseThrow().problem(),
                problems.of(new MsalServiceException("secret AADSTS50105", "secret text")))) {
            assertFalse(problem.toString().contains("secret"), problem::toString);
        }
    }

    private static SSLHandshakeException cutOff() {
        SSLHandshakeException thrown = new SSLHandshakeException("Remote host terminated the handshake");
        thrown.initCause(new EOFException());
        return thrown;
    }

    private static ErrorResponse response(int status, String body) throws IOException {
        String type = body.startsWith("<") ? "text/html" : "application/json";
        return ErrorResponse.of(new Response.Builder().request(new Request.Builder().url("https://a.example/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .header("request-id", "the-request")
                .header("Content-Type", type)
                .body(ResponseBody.create(body, MediaType.get(type)))
                .build());
    }
}
