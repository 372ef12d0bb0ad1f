package app.keyturn.entra.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.RawServer;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A 204 says that the request was carried out, whatever follows it. */
class StatusLineDecidesTest {
    private static final String HEAD = String.join("\r\n", "HTTP/1.1 204 No Content",
            "Date: Mon, 02 Mar 2026 09:00:00 GMT", "request-id: the-request", "");
    private static final String SECRETS = "{\"value\":[]}";
    private static final String READ = String.join("\r\n", "HTTP/1.1 200 OK", "Content-Type: application/json",
            "Content-Length: " + SECRETS.length(), "", SECRETS);

    private final FakeTimer timer = new FakeTimer();

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "Content-Length: 0\r\n\r\n", "Content-Length: 2\r\n\r\n{}",
            "Content-Length: 2\r\n\r\n", "Content-Length: 7\r\nContent-Type: application/json\r\n\r\n{}",
            "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n", "Transfer-Encoding: chunked\r\n\r\n9\r\n{}",
            "\r\n{}", "\r\n<html>and more</html>\r\n", "Content-Length: 2\r\n\r\n{}and more"})
    void a204CountsByItsStatusLineForEveryRequestThatExpectsIt(String rest) throws Exception {
        try (RawServer server = new RawServer(line -> line.startsWith("GET") ? READ : HEAD + rest)) {
            GraphProvisioning provisioning = server.provisioning(Limits.STANDARD.withAnswer(Duration.ofSeconds(2)),
                    timer);
            CredentialTest.Passed passed = assertInstanceOf(CredentialTest.Passed.class,
                    provisioning.testSaved("app", "job"));
            assertEquals(Optional.of("the-request"), passed.requestId());
            SaveResponse.Saved saved = assertInstanceOf(SaveResponse.Saved.class,
                    provisioning.save("app", TestedCredentialsFactory.credentials(TestedCredentialsFactory.token())));
            assertEquals(Instant.parse("2026-03-02T09:00:00Z"), saved.date().orElseThrow());
            provisioning.readConnection("app");
            provisioning.start("app", "job");

            assertEquals(List.of("POST", "PUT", "GET", "POST"),
                    server.seen.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
            assertEquals(List.of(), timer.pauses);
        }
    }
}
