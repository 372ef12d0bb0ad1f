package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.ConnectProxy;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.TlsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests through real proxies on this computer. */
class ProxyTest {
    private static final String GRAPH = "https://graph.microsoft.com/";
    private static final String KEY = Credentials.basic("jo", "pass word");
    private static final Optional<String> NOTHING = Optional.empty();

    private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    private final ProxyCredentials login = new ProxyCredentials();
    private final ProblemMapper problems = new ProblemMapper(Clock.systemUTC());
    @SuppressWarnings("NullAway.Init") private TlsServer microsoft;

    @BeforeEach
    void open() throws IOException {
        microsoft = TlsServer.called("graph.microsoft.com", authority);
    }

    @AfterEach
    void close() {
        microsoft.close();
    }

    @Test
    void signInAndGraphBothGoThroughTheProxy() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open(microsoft)) {
            EntraHttp http = through(proxy.selector());
            for (Call.Factory each : List.of(http.callFactory(),
                    http.withInterceptors(chain -> chain.proceed(chain.request())),
                    http.withTestTimeout(chain -> chain.proceed(chain.request())))) {
                int before = proxy.asked.size();
                assertEquals(200, get(each));
                http.client().connectionPool().evictAll();
                assertEquals(before + 1, proxy.asked.size());
            }
            assertEquals(new ConnectProxy.Asked("CONNECT graph.microsoft.com:443 HTTP/1.1", NOTHING),
                    proxy.asked.getFirst());
        }
    }

    @Test
    void aProxyThatAsksForAPasswordIsReportedAndGetsNone() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.withPassword(microsoft, KEY)) {
            assertEquals("NET-PROXY-PASSWORD", fault(through(proxy.selector())).code().id());
            assertEquals(List.of(NOTHING), answers(proxy));
        }
    }

    @Test
    void aProxyGetsTheEnteredPasswordWhenItAsks() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.withPassword(microsoft, KEY)) {
            EntraHttp http = through(proxy.selector());
            fault(http);
            login.set("jo", "pass word");
            assertEquals(200, get(http.callFactory()));
            assertEquals(List.of(NOTHING, NOTHING, Optional.of(KEY)), answers(proxy));
        }
    }

    @Test
    void aWrongPasswordIsSentOnceAndForgotten() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.withPassword(microsoft, KEY)) {
            EntraHttp http = through(proxy.selector());
            fault(http);
            login.set("jo", "wrong");
            assertEquals("NET-PROXY-PASSWORD", fault(http).code().id());
            fault(http);
            assertEquals(1, answers(proxy).stream().flatMap(Optional::stream).count());
        }
    }

    @Test
    void anotherProxyDoesNotGetThePassword() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.withPassword(microsoft, KEY);
                ConnectProxy stranger = ConnectProxy.withPassword(microsoft, KEY)) {
            fault(through(proxy.selector()));
            login.set("jo", "pass word");
            assertEquals("NET-PROXY-PASSWORD", fault(through(stranger.selector())).code().id());
            assertEquals(List.of(NOTHING), answers(stranger));
        }
    }

    @Test
    void signingOutForgetsThePasswordAndSigningInAnewDoesNot() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.withPassword(microsoft, KEY)) {
            EntraHttp http = through(proxy.selector());
            MsalSignIn signIn = new MsalSignIn(() -> ClientRegistration.standard(Cloud.GLOBAL), http,
                    Timer.on(Clock.systemUTC()), Clock.systemUTC(), () -> PracticeRenewal.PAGES);
            fault(http);
            login.set("jo", "pass word");
            assertThrows(IllegalStateException.class, () -> signIn.signIn(Optional.empty(), _ -> {
                throw new IllegalStateException("The browser does not open");
            }));
            assertEquals(200, get(http.callFactory()));
            http.client().connectionPool().evictAll();
            signIn.signOut();
            assertEquals("NET-PROXY-PASSWORD", fault(http).code().id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTLM", "Negotiate", "Kerberos", "Digest realm=\"Maple\", nonce=\"1\""})
    void aProxyThatTakesNoPasswordIsReportedAndGetsNone(String offer) throws IOException {
        try (ConnectProxy asks = ConnectProxy.withPassword(microsoft, KEY);
                ConnectProxy proxy = ConnectProxy.offering(microsoft, offer)) {
            fault(through(asks.selector()));
            login.set("jo", "pass word");
            assertEquals("NET-PROXY-UNSUPPORTED", fault(through(proxy.selector())).code().id());
            assertEquals(List.of(NOTHING), answers(proxy));
        }
    }

    @Test
    void aProxyThatIsNotRunningIsRefused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            port = closed.getLocalPort();
        }
        assertEquals("NET-REFUSED",
                fault(through(ProxySelector.of(new InetSocketAddress(LoopbackPort.ipv4(), port)))).code().id());
    }

    @Test
    void aProxyThatInspectsIsNamed() throws IOException {
        HeldCertificate filter = new HeldCertificate.Builder().certificateAuthority(0).commonName("Filter").build();
        try (TlsServer inspecting = TlsServer.called("graph.microsoft.com", filter);
                ConnectProxy proxy = ConnectProxy.open(inspecting)) {
            assertEquals("NET-INSPECTED", fault(through(proxy.selector())).code().id());
        }
    }

    @Test
    void a407FromBehindTheProxyDoesNotGetThePassword() throws IOException {
        ProxyAuthenticator door = new ProxyAuthenticator(login);
        Request asked = new Request.Builder().url(GRAPH).build();
        assertNull(door.authenticate(null, new Response.Builder().request(asked)
                .protocol(Protocol.HTTP_1_1)
                .code(407)
                .message("")
                .header("Proxy-Authenticate", "Basic")
                .build()));
    }

    @Test
    void inPracticeModeNoProxyIsUsed() {
        HostMap hosts = HostMap
                .forPractice(Map.of("graph.practice.invalid", URI.create("http://127.0.0.1:1/graph.practice.invalid")));
        EntraHttp http = new EntraHttp(PracticeRenewal.LIMITS, hosts, this::trust, () -> {
            throw new AssertionError("No proxy is needed on this computer");
        }, Clock.systemUTC(), login);
        assertEquals(Proxy.NO_PROXY, http.client().proxy());
    }

    private X509ExtendedTrustManager trust() {
        return SystemTrust.trustManagerFor(List.of(authority.certificate()));
    }

    private EntraHttp through(ProxySelector proxies) {
        return new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY, this::trust, () -> proxies, Clock.systemUTC(),
                login);
    }

    private Problem fault(EntraHttp http) {
        return problems.of(assertThrows(IOException.class, () -> get(http.callFactory())));
    }

    private static List<Optional<String>> answers(ConnectProxy proxy) {
        return proxy.asked.stream().map(ConnectProxy.Asked::answer).toList();
    }

    private static int get(Call.Factory client) throws IOException {
        try (Response response = client.newCall(new Request.Builder().url(GRAPH).build()).execute()) {
            return response.code();
        }
    }
}
