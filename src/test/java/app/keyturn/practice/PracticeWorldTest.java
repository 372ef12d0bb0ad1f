package app.keyturn.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.RequestLog;
import app.keyturn.testkit.PracticeClient;
import app.keyturn.testkit.SettableClock;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The practice world as a whole: where it listens, which requests it accepts, and one renewal from end to end. */
class PracticeWorldTest {
    @Test
    void aRenewalGoesFromSignInToASyncWithTheNewToken() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.EXPIRED_TOKEN)) {
            client.signIn("administrator");
            assertEquals("Quarantine", client.status().get("code").getAsString());
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            assertEquals(204, client.validate(pairs).statusCode());
            var saved = client.save(pairs);
            assertEquals(204, saved.statusCode());
            assertEquals(204, client.graph("POST", client.jobPath() + "/start", "").statusCode());
            client.clock.advanceSeconds(4);
            JsonObject status = client.status();
            assertEquals("Active", status.get("code").getAsString());
            JsonObject cycle = status.getAsJsonObject("lastExecution");
            assertEquals("Succeeded", cycle.get("state").getAsString());
            Instant put = ZonedDateTime.parse(saved.headers().firstValue("Date").orElseThrow(),
                    DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            assertTrue(Instant.parse(cycle.get("timeBegan").getAsString()).isAfter(put.plusSeconds(1)));
            assertEquals(List.of(), client.world.violations());
            assertEquals(1, client.world.saveCount());
            assertEquals(1, client.world.startCount());
        }
    }

    @Test
    void theBrowserPressesTheButtonsAndPostsTheFormToTheProgram() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CompletableFuture<String> received = new CompletableFuture<>();
        receiver.createContext("/", exchange -> {
            received.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
        });
        receiver.start();
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY);
                PracticeBrowser browser = new PracticeBrowser()) {
            var query = PracticeClient.authorizeQuery();
            query.put("redirect_uri", "http://localhost:" + receiver.getAddress().getPort());
            assertEquals(200, browser.signIn(client.authorize(query), PracticeBrowser.Choice.ADMINISTRATOR));
            String form = received.get(5, TimeUnit.SECONDS);
            assertTrue(form.startsWith("code=") && form.contains("state=state-1"), form);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void nothingIsFoundWithoutTheRandomPath() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            URI base = client.at("https://school.apple.com/");
            URI guessed = base.resolve("/" + "A".repeat(22) + "/school/");
            assertEquals(404, client.send("GET", guessed, "").statusCode());
            assertEquals(404, client.send("GET", base.resolve("/"), "").statusCode());
            assertEquals(404, client.send("GET", URI.create(base.toString().replace("/school/", "/other")), "")
                    .statusCode());
            assertEquals(List.of(), client.world.requests());
        }
    }

    @Test
    void everyWorldHasItsOwnPath() throws Exception {
        try (PracticeClient one = PracticeClient.in(Scenario.HEALTHY);
                PracticeClient two = PracticeClient.in(Scenario.HEALTHY)) {
            String path = one.at("https://school.apple.com/").getPath();
            assertTrue(path.matches("/[\\w-]{22}/school/"), path);
            assertFalse(path.equals(two.at("https://school.apple.com/").getPath()));
        }
    }

    @Test
    void aWrongHostHeaderIsRefusedAndChangesNothing() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            URI page = client.at("https://school.apple.com/");
            String response = raw(page, "POST " + page.getPath() + " HTTP/1.1\r\nHost: rebound.example\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 25\r\n\r\n"
                    + "edition=0&generate=token&");
            assertTrue(response.startsWith("HTTP/1.1 403"), response);
            assertEquals(List.of(), client.world.requests());
            assertFalse(client.page("https://school.apple.com/").body().contains("Not used yet"));
        }
    }

    @Test
    void aBrokenOrEndlessRequestIsRefused() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            URI page = client.at("https://school.apple.com/");
            assertTrue(raw(page, "HELLO\r\n\r\n").startsWith("HTTP/1.1 400"));
            assertTrue(raw(page, "\r\n\r\n").startsWith("HTTP/1.1 400"));
            assertTrue(raw(page, "GET /%zz HTTP/1.1\r\nHost: " + page.getAuthority() + "\r\n\r\n")
                    .startsWith("HTTP/1.1 400"));
            assertTrue(raw(page, "POST / HTTP/1.1\r\nContent-Length: 70000\r\n\r\n").startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void aBodyMayBeChunked() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            URI page = client.at("https://school.apple.com/");
            String response = raw(page, "POST " + page.getPath() + " HTTP/1.1\r\nHost: " + page.getAuthority()
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "a\r\nedition=0&\r\ne\r\ngenerate=token\r\n0\r\n\r\n");
            assertTrue(response.contains("PRACTICE-"), response);
        }
    }

    @Test
    void requestsAreLoggedWithoutSecrets() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            client.signIn("administrator").get("/organization?$select=id");
            assertEquals(new RequestLog.Entry("GET", "graph.practice.invalid", "/v1.0/organization", 200),
                    client.world.requests().getLast());
            assertEquals(1, client.world.graphCallCount());
        }
    }

    @Test
    void aClosedWorldRefusesConnections() throws Exception {
        PracticeClient client = PracticeClient.in(Scenario.HEALTHY);
        client.close();
        assertThrows(ConnectException.class, () -> client.page("https://school.apple.com/"));
    }

    @Test
    void thereIsNoThirdPortal() {
        var settings = PracticeSettings.forTests(new SettableClock());
        assertThrows(IllegalArgumentException.class, () -> PracticeWorld.open(Scenario.HEALTHY, "home", settings));
    }

    @Test
    void scenariosAreFoundByTheirIds() {
        assertEquals(Scenario.EXPIRED_TOKEN, Scenario.fromId("expired-token").orElseThrow());
        assertTrue(Scenario.fromId("EXPIRED_TOKEN").isEmpty());
    }

    /** Sends bytes that no HTTP client would send, and returns the response. */
    private static String raw(URI address, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
