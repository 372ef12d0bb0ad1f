package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's ids of requests that went well, and what may not pass for one. */
class RequestIdsTest {
    private static final Reply NAMED = Reply.DONE.with("request-id", "8927006e-edb2-435b-a966-49559c4fd064");
    private static final Optional<String> ID = Optional.of("8927006e-edb2-435b-a966-49559c4fd064");

    private final SecretRedactor redactor = new SecretRedactor();

    @Test
    void aTestThatPassesKeepsIt() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(NAMED)) {
            CredentialTest test = stub.provisioning()
                    .test("app", "job",
                            TestedCredentialsFactory.credentials(TestedCredentialsFactory.token()).credentials());
            assertEquals(ID, assertInstanceOf(CredentialTest.Passed.class, test).requestId());
            assertEquals(ID, assertInstanceOf(CredentialTest.Passed.class,
                    stub.provisioning().testSaved("app", "job")).requestId());
        }
    }

    @Test
    void aSaveKeepsIt() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(NAMED)) {
            assertEquals(ID, saved(stub).requestId());
        }
    }

    @Test
    void aSaveWithoutOneIsSavedAllTheSame() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            assertEquals(Optional.empty(), saved(stub).requestId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestedCredentialsFactory.TOKEN, "id-" + TestedCredentialsFactory.TOKEN,
            TestedCredentialsFactory.TOKEN + ".1", "a-token-of-good-length"})
    void oneThatEchoesTheTokenIsLeftOut(String echo) throws IOException {
        redactor.remember(SecretRedactor.Kind.APPLE_TOKEN, TestedCredentialsFactory.TOKEN);
        assertEquals(Optional.empty(), read(echo));
        assertEquals(Optional.empty(), read(echo.toUpperCase(Locale.ROOT)));
        assertEquals(ID, read(ID.orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"an id", "<b>", "id\u00fc", "https://a.example/", "",
            "12345678901234567890123456789012345678"
                    + "901234567890123456789012345678901234567890123456789012345678901"})
    void whatDoesNotLookLikeOneIsLeftOut(String strange) throws IOException {
        assertEquals(Optional.empty(), read(strange));
    }

    private Optional<String> read(String id) throws IOException {
        try (StubMicrosoft nobody = StubMicrosoft.answering(Reply.DONE)) {
            EntraHttp http = new EntraHttp(PracticeRenewal.LIMITS, nobody.hosts, Clock.systemUTC(),
                    new ProxyCredentials(), () -> false, redactor, HttpListener.NONE);
            return ProblemMapper.of(http, Clock.systemUTC()).requestId(answer(id));
        }
    }

    private static Response answer(String id) {
        return new Response.Builder().request(new Request.Builder().url("https://a.example/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(204)
                .message("")
                .headers(new Headers.Builder().addUnsafeNonAscii("request-id", id).build())
                .build();
    }

    private static SaveResponse.Saved saved(StubMicrosoft stub) {
        return assertInstanceOf(SaveResponse.Saved.class,
                stub.provisioning()
                        .save("app", TestedCredentialsFactory.credentials(TestedCredentialsFactory.token())));
    }
}
