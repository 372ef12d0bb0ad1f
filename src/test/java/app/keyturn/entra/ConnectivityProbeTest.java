package app.keyturn.entra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.ConnectProxy;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.TlsServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connectivity check, through real proxies on this computer to stand-ins for Microsoft on this computer. */
class ConnectivityProbeTest {
    private static final String JSON = "application/json";

    private final HeldCertificate authority = authority("Maple Street filter");
    private final ProxyCredentials login = new ProxyCredentials();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch over = new CountDownLatch(1);
    /** The response of both: status, type, body. */
    private volatile Answer answer = new Answer(200, JSON, "{}");
    @SuppressWarnings("NullAway.Init") private TlsServer microsoft;
    @SuppressWarnings("NullAway.Init") private ConnectProxy proxy;

    /** One response. */
    private record Answer(int status, String type, String body) {}

    /** One request. */
    private record Seen(String line, Set<String> headers) {}

    @BeforeEach
    void open() throws IOException {
        microsoft = TlsServer.answering(certificate(authority), authority, this::answer);
        proxy = ConnectProxy.open(microsoft);
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        proxy.close();
        microsoft.close();
    }

    @Test
    void whereBothAnswerTheWayIsOpen() throws InterruptedException, IOException {
        assertEquals(new Connectivity.Reachable(), check());
    }

    @Test
    void eachServiceGetsOneRequestForAPublicDocumentWithoutUserData() throws InterruptedException, IOException {
        check();
        assertEquals(Set.of(
                "GET https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
                "GET https://graph.microsoft.com/v1.0/"),
                seen.stream().map(Seen::line).collect(Collectors.toSet()));
        assertEquals(2, seen.size());
        seen.forEach(request -> assertEquals(
                Set.of("Accept", "Accept-encoding", "Cache-control", "Connection", "Host", "User-agent"),
                request.headers()));
    }

    @ParameterizedTest
    @CsvSource({"401,application/json,{}", "404,application/json,{}", "405,,", "400,text/plain,no", "429,,"})
    void aRefusalByMicrosoftIsAnAnswer(int status, String type, String body) throws InterruptedException, IOException {
        answer = new Answer(status, Optional.ofNullable(type).orElse(""), Optional.ofNullable(body).orElse(""));
        assertEquals(new Connectivity.Reachable(), check());
    }

    @ParameterizedTest
    @CsvSource({"200,text/html,<html>Welcome to our network</html>", "302,application/json,{}",
            "403,text/html,<html>Blocked</html>", "200,text/plain,Welcome",
            "200,application/json,<html>Welcome</html>"})
    void aPageOfTheNetworkIsNone(int status, String type, String body) throws InterruptedException, IOException {
        answer = new Answer(status, type, body);
        assertEquals(both("NET-STRANGE-ANSWER"), codes(check()));
    }

    @Test
    void aServiceInTroubleIsNamed() throws InterruptedException, IOException {
        answer = new Answer(503, JSON, "{}");
        assertEquals(both("SERVICE-DOWN"), codes(check()));
        assertEquals(2, seen.size());
    }

    @Test
    void aNameThatDoesNotResolve() throws InterruptedException {
        assertEquals(both("NET-NO-NAME"),
                codes(through(ProxySelector.of(InetSocketAddress.createUnresolved("nobody.invalid", 8080))).check()));
    }

    @Test
    void aWayThatIsClosed() throws InterruptedException, IOException {
        Connectivity.Unreachable unreachable = assertInstanceOf(Connectivity.Unreachable.class,
                through(ProxySelector.of(nobody())).check());
        assertEquals(both("NET-REFUSED"), codes(unreachable));
        assertEquals(ChangeState.NOTHING, unreachable.graph().orElseThrow().changed());
    }

    @Test
    void anUnreachableSignInSaysNothingAboutGraph() throws InterruptedException, IOException {
        SocketAddress closed = nobody();
        ProxySelector open = proxy.selector();
        Connectivity reach = through(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return uri.getHost().startsWith("login.")
                        ? List.of(new Proxy(Proxy.Type.HTTP, closed))
                        : open.select(uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        }).check();
        assertEquals(List.of("NET-REFUSED", ""), codes(reach));
    }

    @Test
    void aProxyThatWantsAPasswordIsNamedAndPassedOnceItIsTyped() throws InterruptedException, IOException {
        try (ConnectProxy asking = ConnectProxy.withPassword(microsoft, Credentials.basic("jo", "pass word"))) {
            ConnectivityProbe reach = through(asking.selector());
            assertEquals(both("NET-PROXY-PASSWORD"), codes(reach.check()));
            login.set("jo", "pass word");
            assertEquals(new Connectivity.Reachable(), reach.check());
        }
    }

    @Test
    void aProxyThatTakesNoPasswordIsNamed() throws InterruptedException, IOException {
        try (ConnectProxy asking = ConnectProxy.offering(microsoft, "NTLM", "Negotiate")) {
            assertEquals(both("NET-PROXY-UNSUPPORTED"), codes(through(asking.selector()).check()));
        }
    }

    @Test
    void whoInspectsIsNamed() throws InterruptedException, IOException {
        Connectivity.Unreachable unreachable = assertInstanceOf(Connectivity.Unreachable.class,
                reach(proxy.selector(), authority("somebody else"), Clock.systemUTC()).check());
        assertEquals(both("NET-INSPECTED"), codes(unreachable));
        assertEquals(Optional.of("Maple Street filter"),
                unreachable.signIn().orElseThrow().issuer());
        assertEquals(List.of(), seen);
    }

    @Test
    void aCertificateThatHasRunOut() throws InterruptedException, IOException {
        long now = System.currentTimeMillis();
        HeldCertificate old = names(new HeldCertificate.Builder().signedBy(authority))
                .validityInterval(now - TimeUnit.DAYS.toMillis(2), now - TimeUnit.DAYS.toMillis(1))
                .build();
        try (TlsServer server = TlsServer.answering(old, authority, this::answer);
                ConnectProxy there = ConnectProxy.open(server)) {
            assertEquals(both("NET-NOT-TRUSTED"), codes(through(there.selector()).check()));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT-2H", "PT2H", "PT6M", "P-4000D"})
    void aClockThatIsWrongIsNamedWithByHowMuchAlthoughBothAnswer(Duration ahead)
            throws InterruptedException, IOException {
        Connectivity.Unreachable unreachable = assertInstanceOf(Connectivity.Unreachable.class,
                reach(proxy.selector(), authority, Clock.offset(Clock.systemUTC(), ahead)).check());
        assertEquals(both("CLOCK-WRONG"), codes(unreachable));
        Duration behind = unreachable.graph().orElseThrow().clockBehind().orElseThrow();
        assertTrue(behind.plus(ahead).abs().compareTo(Duration.ofSeconds(30)) < 0, behind::toString);
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT4M", "PT-4M"})
    void aClockThatIsNearlyRightIsRight(Duration ahead) throws InterruptedException, IOException {
        assertEquals(new Connectivity.Reachable(),
                reach(proxy.selector(), authority, Clock.offset(Clock.systemUTC(), ahead)).check());
    }

    @Test
    void theCloudIsReadAtEachCheck() throws InterruptedException, IOException {
        List<Cloud> chosen = new ArrayList<>(List.of(Cloud.US_GOV_DOD, Cloud.CHINA));
        ConnectivityProbe reach = reach(proxy.selector(), authority, Clock.systemUTC(), chosen::removeFirst);
        reach.check();
        assertEquals(Set.of("login.microsoftonline.us", "dod-graph.microsoft.us"), hosts());
        seen.clear();
        reach.check();
        assertEquals(Set.of("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn"), hosts());
    }

    @Test
    void itTakesNoLongerThanTwoConnectionsMay() throws IOException {
        EntraHttp http = http(proxy.selector(), authority, Clock.systemUTC(), Limits.STANDARD);
        Request request = new Request.Builder().url("https://graph.microsoft.com/").build();
        assertEquals(Limits.STANDARD.connect().multipliedBy(2),
                Duration.ofNanos(http.withConnectTimeout().newCall(request).timeout().timeoutNanos()));
    }

    @Test
    void theQueryCanBeInterrupted() throws IOException, InterruptedException {
        answer = new Answer(0, "", "");
        ConnectivityProbe reach = through(proxy.selector());
        Thread looking = Thread.ofVirtual()
                .start(() -> assertThrows(InterruptedException.class, reach::check));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        looking.interrupt();
        assertTrue(looking.join(Duration.ofSeconds(2)));
    }

    private Connectivity check() throws InterruptedException, IOException {
        return through(proxy.selector()).check();
    }

    private ConnectivityProbe through(ProxySelector proxies) {
        return reach(proxies, authority, Clock.systemUTC());
    }

    private ConnectivityProbe reach(ProxySelector proxies, HeldCertificate trusted, Clock clock) {
        return reach(proxies, trusted, clock, () -> Cloud.GLOBAL);
    }

    private ConnectivityProbe reach(ProxySelector proxies, HeldCertificate trusted, Clock clock,
            Supplier<Cloud> cloud) {
        return new ConnectivityProbe(http(proxies, trusted, clock, PracticeRenewal.LIMITS), cloud, clock);
    }

    private EntraHttp http(ProxySelector proxies, HeldCertificate trusted, Clock clock, Limits limits) {
        return new EntraHttp(limits, HostMap.EMPTY, () -> SystemTrust.trustManagerFor(List.of(trusted.certificate())),
                () -> proxies, clock, login);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            seen.add(new Seen(exchange.getRequestMethod() + " https://" + host + exchange.getRequestURI(),
                    Set.copyOf(exchange.getRequestHeaders().keySet())));
            asked.countDown();
            Answer now = answer;
            if (now.status() == 0) {
                over.await();
                return;
            }
            byte[] body = now.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", now.type());
            exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> hosts() {
        return seen.stream()
                .map(request -> URI.create(request.line().substring("GET ".length())).getHost())
                .collect(Collectors.toSet());
    }

    /** The codes for the sign-in and for Graph; empty if there is no problem. */
    private static List<String> codes(Connectivity reach) {
        return switch (reach) {
            case Connectivity.Reachable _ -> List.of("", "");
            case Connectivity.Unreachable(Optional<Problem> signIn, Optional<Problem> graph) -> Stream.of(signIn, graph)
                    .map(each -> each.map(problem -> problem.code().id()).orElse(""))
                    .toList();
        };
    }

    private static List<String> both(String code) {
        return List.of(code, code);
    }

    private static InetSocketAddress nobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            return new InetSocketAddress(LoopbackPort.ipv4(), closed.getLocalPort());
        }
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder().certificateAuthority(0).commonName(name).build();
    }

    private static HeldCertificate certificate(HeldCertificate authority) {
        return names(new HeldCertificate.Builder().signedBy(authority)).build();
    }

    private static HeldCertificate.Builder names(HeldCertificate.Builder builder) {
        for (Cloud cloud : Cloud.values()) {
            builder.addSubjectAlternativeName(cloud.login().getHost());
            builder.addSubjectAlternativeName(cloud.graph().getHost());
        }
        return builder;
    }
}
