package app.keyturn.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.LoggingInterceptor;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.Limits;
import app.keyturn.testkit.ConnectProxy;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.TlsServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Credentials;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query for a newer version, against a local feed. */
class ReleaseFeedTest {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String RELEASE = "{\"tag_name\":\"v1.2.0\",\"draft\":false,\"prerelease\":false}";

    private final HeldCertificate authority = authority();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Answer answer = new Answer(200, JSON, RELEASE, Map.of());
    @SuppressWarnings("NullAway.Init") private TlsServer feed;

    /** An answer; status zero means none, one means an endless answer. */
    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    private record Seen(String line, Map<String, List<String>> headers) {}

    @BeforeEach
    void open() throws IOException {
        feed = TlsServer.answering(
                new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName("localhost").build(),
                authority, this::answer);
    }

    @AfterEach
    void close() {
        over.countDown();
        feed.close();
    }

    @ParameterizedTest
    @CsvSource({"1.1.9,1.2.0", "1.2.0-SNAPSHOT,1.2.0", "0.0.0,1.2.0", "1.2.0,", "1.2.0.1,", "1.3.0-SNAPSHOT,", "2.0,"})
    void onlyANewerVersionIsReported(String own, String told) {
        assertEquals(Optional.ofNullable(told), running(own).newer());
    }

    @Test
    void theFeedIsQueriedOnceAndLearnsNothing() {
        running("1.1.0").newer();
        Seen request = seen.getFirst();
        assertEquals(1, seen.size());
        assertEquals("GET /repos/keyturn/keyturn/releases/latest", request.line());
        assertEquals(Set.of("Accept", "Accept-encoding", "Connection", "Host", "User-agent"),
                request.headers().keySet());
        assertEquals(List.of("Keyturn"), request.headers().get("User-agent"));
        assertEquals(List.of("application/json"), request.headers().get("Accept"));
    }

    @Test
    void theLogRecordsTheQueryWithoutTheAddress() {
        assertEquals("/{id}/{id}/{id}/releases/latest",
                LoggingInterceptor.withoutIds(List.of("repos", "keyturn", "keyturn", "releases", "latest")));
    }

    @Test
    void cookiesAreNotSentBack() {
        answer = new Answer(200, JSON, RELEASE, Map.of("Set-Cookie", "id=42; Path=/", "ETag", "\"42\""));
        ReleaseFeed twice = running("1.1.0");
        twice.newer();
        twice.newer();
        assertEquals(2, seen.size());
        assertEquals(seen.getFirst(), seen.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 400, 401, 403, 404, 407, 408, 418, 429, 500, 502, 503})
    void otherAnswersAreIgnoredAndNotRetried(int status) {
        answer = new Answer(status, JSON, status == 204 ? "" : RELEASE, Map.of("Retry-After", "0"));
        assertEquals(Optional.empty(), running("1.1.0").newer());
        assertEquals(1, seen.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        for (String place : List.of(feed.address("localhost") + "other", "http://localhost:1/", "file:///etc/hosts")) {
            answer = new Answer(status, JSON, RELEASE, Map.of("Location", place));
            assertEquals(Optional.empty(), running("1.1.0").newer());
        }
        assertEquals(3, seen.size());
    }

    @ParameterizedTest
    @CsvSource({"text/html,<html>Welcome to our network</html>", "text/plain,1.2.0", "'',1.2.0",
            "application/json,<html>Welcome</html>", "application/json; charset=nonsense,{}"})
    void aWebPageIsNotAFeed(String type, String body) {
        answer = new Answer(200, type, body, Map.of());
        assertEquals(Optional.empty(), running("1.1.0").newer());
    }

    @Test
    void aLongAnswerIsReadAndATooLongOneIsIgnored() {
        answer = new Answer(200, JSON, RELEASE + " ".repeat(256 * 1024 - RELEASE.length()), Map.of());
        assertEquals(Optional.of("1.2.0"), running("1.1.0").newer());
        answer = new Answer(200, JSON, RELEASE + " ".repeat(256 * 1024 - RELEASE.length() + 1), Map.of());
        assertEquals(Optional.empty(), running("1.1.0").newer());
    }

    @Test
    void anEndlessAnswerIsAborted() {
        answer = new Answer(1, JSON, "", Map.of());
        assertEquals(Optional.empty(), running("1.1.0").newer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "${project.version}"})
    void withoutAVersionOfItsOwnNothingIsQueried(String own) {
        assertEquals(Optional.empty(), running(own).newer());
        assertEquals(List.of(), seen);
    }

    @Test
    void anUnresponsiveFeedIsAbortedAtTheConnectLimit() {
        answer = new Answer(0, JSON, "", Map.of());
        Limits usual = PracticeRenewal.LIMITS;
        Limits soon = new Limits(usual.signIn(), Duration.ofMillis(300), usual.answer(), usual.test(), usual.search(),
                usual.step(), usual.slow(), usual.readBack(), usual.readBackPause(), usual.takeEffect(), usual.watch(),
                usual.watchPause(), usual.baseline(), usual.busy(), usual.repeatPause(), usual.longestPause(),
                usual.repeat(), usual.repeatBriefly(), usual.deniedPause());
        assertEquals(Optional.empty(), feed(http(soon, ProxySelector.of(null)), "1.1.0").newer());
    }

    @Test
    void theQueryCanBeInterrupted() throws InterruptedException {
        answer = new Answer(0, JSON, "", Map.of());
        ReleaseFeed slow = running("1.1.0");
        Thread asking = Thread.ofVirtual().start(slow::newer);
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        asking.interrupt();
        assertTrue(asking.join(Duration.ofSeconds(2)));
    }

    @Test
    void anUntrustedFeedIsNotQueried() {
        EntraHttp other = new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY,
                () -> SystemTrust.trustManagerFor(List.of(authority().certificate())));
        assertEquals(Optional.empty(), feed(other, "1.1.0").newer());
        assertEquals(List.of(), seen);
    }

    @Test
    void plainHttpIsRefused() {
        ReleaseFeed clear = new ReleaseFeed(http(PracticeRenewal.LIMITS, ProxySelector.of(null)),
                URI.create(feed.address("localhost").replace("https:", "http:")), "1.1.0");
        assertEquals(Optional.empty(), clear.newer());
        assertEquals(List.of(), seen);
    }

    @Test
    void theQueryUsesTheProxyButNeverItsPassword() throws IOException {
        try (ConnectProxy open = ConnectProxy.open(feed);
                ConnectProxy asking = ConnectProxy.withPassword(feed, Credentials.basic("jo", "pass word"))) {
            assertEquals(Optional.of("1.2.0"),
                    feed(http(PracticeRenewal.LIMITS, open.selector()), "1.1.0").newer());
            assertEquals(1, open.asked.size());
            EntraHttp http = http(PracticeRenewal.LIMITS, asking.selector());
            http.proxyCredentials()
                    .rejected(asking.selector().select(URI.create("https://localhost/")).getFirst().address());
            http.proxyCredentials().set("jo", "pass word");
            assertEquals(Optional.empty(), feed(http, "1.1.0").newer());
            assertEquals(List.of(Optional.empty()),
                    asking.asked.stream().map(ConnectProxy.Asked::answer).toList());
        }
    }

    @Test
    void theFeedsDateDoesNotSetTheClockSkew() {
        answer = new Answer(200, JSON, RELEASE, Map.of("Date", "Thu, 01 Jan 1970 00:00:00 GMT"));
        EntraHttp http = http(PracticeRenewal.LIMITS, ProxySelector.of(null));
        assertEquals(Optional.of("1.2.0"), feed(http, "1.1.0").newer());
        assertEquals(Optional.empty(), ProblemMapper.of(http, Clock.systemUTC()).wrongClock());
    }

    private ReleaseFeed running(String own) {
        return feed(http(PracticeRenewal.LIMITS, ProxySelector.of(null)), own);
    }

    private ReleaseFeed feed(EntraHttp http, String own) {
        return new ReleaseFeed(http, URI.create(feed.address("localhost") + "repos/keyturn/keyturn/releases/latest"),
                own);
    }

    private EntraHttp http(Limits limits, ProxySelector proxies) {
        return new EntraHttp(limits, HostMap.EMPTY, () -> SystemTrust.trustManagerFor(List.of(authority.certificate())),
                () -> proxies, Clock.systemUTC(), new ProxyCredentials());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.add(new Seen(exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    new TreeMap<>(exchange.getRequestHeaders())));
            asked.countDown();
            Answer now = answer;
            if (now.status() == 0) {
                over.await();
                return;
            }
            now.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", now.type());
            if (now.status() == 1) {
                exchange.sendResponseHeaders(200, 0);
                flood(exchange.getResponseBody());
                return;
            }
            byte[] body = now.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes until the client closes the connection. */
    private void flood(OutputStream out) {
        byte[] blanks = " ".repeat(8192).getBytes(UTF_8);
        try {
            while (over.getCount() > 0) {
                out.write(blanks);
            }
        } catch (IOException enough) {
            // As expected.
        }
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }
}
