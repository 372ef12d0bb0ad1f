package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.testkit.ConnectProxy;
import app.keyturn.testkit.FakeAddresses;
import app.keyturn.testkit.FakeAddresses.Fault;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.TlsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several proxies and several addresses: the next is tried while nothing was sent, and never afterwards. */
class RoutesTest {
    private static final String HOST = "graph.microsoft.com";
    private static final Duration BRIEFLY = Duration.ofMillis(300);

    private final HeldCertificate authority = authority("Authority");
    private final ProxyCredentials credentials = new ProxyCredentials();
    private final ProblemMapper problems = new ProblemMapper(Clock.systemUTC());
    private final List<Closeable> opened = new ArrayList<>();
    private final List<SocketAddress> reported = new CopyOnWriteArrayList<>();
    @SuppressWarnings("NullAway.Init") private TlsServer microsoft;

    /** A proxy of a list. */
    enum Via {
        LIVE, DIRECT, REFUSED, UNKNOWN_NAME, SILENT, CLOSING, PASSWORD, KERBEROS, BUSY, FORBIDDEN, INSPECTING, SOCKS_REFUSED
    }

    /** An address of a name, followed by 4 or 6. */
    private enum At {
        LIVE4, LIVE6, REFUSED4, REFUSED6, UNREACHABLE4, UNREACHABLE6, NO_ROUTE6, NO_ANSWER4, NO_ANSWER6, CUT4, UNTRUSTED4
    }

    @BeforeEach
    void open() throws IOException {
        microsoft = TlsServer.called(HOST, authority);
    }

    @AfterEach
    void close() throws IOException {
        microsoft.close();
        for (Closeable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIVE", "REFUSED LIVE", "REFUSED REFUSED LIVE", "REFUSED DIRECT", "UNKNOWN_NAME LIVE",
            "UNKNOWN_NAME DIRECT", "SILENT LIVE", "CLOSING LIVE", "PASSWORD LIVE", "PASSWORD DIRECT", "KERBEROS LIVE",
            "BUSY LIVE", "FORBIDDEN LIVE", "INSPECTING LIVE", "SOCKS_REFUSED LIVE", "REFUSED SILENT PASSWORD LIVE",
            "LIVE REFUSED"})
    void theNextProxyIsTried(String list) throws IOException {
        OkHttpClient client = through(list);
        assertEquals(200, get(client));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, NET_REFUSED", "REFUSED REFUSED, NET_REFUSED", "UNKNOWN_NAME, NET_NO_NAME",
            "UNKNOWN_NAME REFUSED, NET_NO_NAME", "SILENT, NET_TIMED_OUT", "SILENT REFUSED, NET_TIMED_OUT",
            "REFUSED PASSWORD, NET_PROXY_PASSWORD", "PASSWORD REFUSED, NET_PROXY_PASSWORD",
            "KERBEROS PASSWORD, NET_PROXY_PASSWORD", "REFUSED KERBEROS, NET_PROXY_UNSUPPORTED",
            "REFUSED INSPECTING, NET_INSPECTED", "INSPECTING SILENT, NET_INSPECTED"})
    void ifNoProxyCanBeUsedTheProblemIsTheOneThatCanBeSolved(String list, ProblemCode expected) throws IOException {
        OkHttpClient client = through(list);
        IOException thrown = assertThrows(IOException.class, () -> get(client));
        assertEquals(expected, problems.of(thrown).code());
        assertTrue(NetworkFault.isBeforeSending(thrown));
    }

    @ParameterizedTest
    @EnumSource(value = Via.class, names = {"REFUSED", "SILENT", "CLOSING", "PASSWORD", "BUSY"})
    void aBodyThatIsSentOnceStillHasTheNextProxy(Via first) throws IOException {
        OkHttpClient client = through(first + " LIVE");
        Request save = new Request.Builder().url(microsoft.address(HOST))
                .put(new WipedRequestBody(new byte[100]))
                .build();
        try (Response response = client.newCall(save).execute()) {
            assertEquals(200, response.code());
        }
    }

    @Test
    void aProxyThatCannotBeConnectedIsReportedToTheSystem() throws IOException {
        assertEquals(200, get(through("REFUSED LIVE")));
        assertEquals(1, reported.size());
    }

    @Test
    void theConnectivityCheckHasTimeForTheNextProxyToo() throws IOException {
        // Both attempts have to fit into this, on a busy computer too.
        EntraHttp http = http(selector("SILENT LIVE"), Duration.ofSeconds(2));
        assertEquals(200, get(http.withConnectTimeout()));
        assertEquals(200, get(http.forOtherHost(1000)));
    }

    @Test
    void aConnectedRequestHasItsOwnTimeLimit() throws IOException {
        AtomicInteger limit = new AtomicInteger();
        OkHttpClient client = http(selector("LIVE")).client().newBuilder().addNetworkInterceptor(chain -> {
            limit.set(Objects.requireNonNull(chain.connection()).socket().getSoTimeout());
            return chain.proceed(chain.request());
        }).build();
        assertEquals(200, get(client));
        assertEquals(PracticeRenewal.LIMITS.answer().toMillis(), limit.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIVE4", "LIVE6", "REFUSED4 LIVE4", "REFUSED6 LIVE4", "UNREACHABLE6 LIVE4",
            "NO_ROUTE6 LIVE4", "NO_ANSWER6 LIVE4", "NO_ANSWER4 LIVE6", "NO_ANSWER4 NO_ANSWER4 NO_ANSWER4 LIVE6",
            "NO_ANSWER6 NO_ANSWER6 NO_ANSWER6 LIVE4", "UNREACHABLE4 LIVE6", "CUT4 LIVE4", "UNTRUSTED4 LIVE4",
            "REFUSED6 NO_ANSWER4 CUT4 LIVE4"})
    void theNextAddressIsTried(String list) throws IOException {
        assertEquals(200, get(client(addresses(list), PracticeRenewal.LIMITS.connect())));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED4 REFUSED6, NET_REFUSED", "UNREACHABLE6 NO_ROUTE6, NET_UNREACHABLE",
            "NO_ANSWER6 NO_ANSWER4, NET_TIMED_OUT", "CUT4 UNTRUSTED4, NET_INSPECTED", "CUT4, NET_UNREACHABLE"})
    void withoutAnyAddressNothingWasSent(String list, ProblemCode expected) throws IOException {
        OkHttpClient client = client(addresses(list), BRIEFLY);
        IOException thrown = assertThrows(IOException.class, () -> get(client));
        assertEquals(expected, problems.of(thrown).code());
        assertTrue(NetworkFault.isBeforeSending(thrown));
    }

    @Test
    void addressesWithoutAnAnswerDoNotUseUpTheTime() throws IOException {
        FakeAddresses addresses = addresses("NO_ANSWER6 NO_ANSWER6 LIVE4");
        OkHttpClient client = client(addresses, Duration.ofMinutes(5)).newBuilder()
                .callTimeout(Duration.ofSeconds(5))
                .build();
        assertEquals(200, get(client));
        assertEquals(List.of(0, microsoft.port()), addresses.tried);
    }

    static Stream<Arguments> losses() {
        return Stream.of("GET", "POST", "PUT")
                .flatMap(method -> Arrays.stream(Loss.values())
                        .map(loss -> arguments(method, loss)));
    }

    /** When a server goes away, having accepted the connection. */
    enum Loss {
        AFTER_THE_FIRST_BYTE, IN_THE_BODY, BEFORE_THE_ANSWER, IN_THE_ANSWER
    }

    @ParameterizedTest
    @MethodSource("losses")
    void afterTheFirstByteNoOtherAddressIsTried(String method, Loss loss) throws IOException {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        try (ServerSocket losing = losing(first, loss); ServerSocket other = losing(second, loss)) {
            FakeAddresses addresses = new FakeAddresses().server(false, losing.getLocalPort())
                    .server(false, other.getLocalPort());
            OkHttpClient client = new EntraHttp(PracticeRenewal.LIMITS,
                    HostMap.forPractice(Map.of(HOST, URI.create("http://localhost:1/")))).client()
                    .newBuilder()
                    .dns(addresses)
                    .socketFactory(addresses)
                    .build();
            RequestBody body = method.equals("GET") ? null : new WipedRequestBody(new byte[200_000]);
            Request request = new Request.Builder().url("https://" + HOST + "/").method(method, body).build();
            IOException thrown = assertThrows(IOException.class, () -> client.newCall(request).execute().close());
            assertFalse(NetworkFault.isBeforeSending(thrown));
            assertEquals(List.of(losing.getLocalPort()), addresses.tried);
            assertEquals(1, first.get());
            assertEquals(0, second.get());
        }
    }

    private interface Visit {
        void serve(Socket client) throws IOException;
    }

    private static ServerSocket losing(AtomicInteger connections, Loss loss) throws IOException {
        ServerSocket listening = new ServerSocket(0, 5, LoopbackPort.ipv4());
        serve(listening, client -> {
            connections.incrementAndGet();
            lose(client, loss);
        });
        return listening;
    }

    private static void serve(ServerSocket listening, Visit visit) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try (Socket client = listening.accept()) {
                    visit.serve(client);
                } catch (IOException gone) {
                    // The client or the test has closed the connection.
                }
            }
        });
    }

    private static void lose(Socket client, Loss loss) throws IOException {
        switch (loss) {
            case AFTER_THE_FIRST_BYTE -> client.getInputStream().readNBytes(1);
            case IN_THE_BODY -> client.getInputStream().readNBytes(50);
            case BEFORE_THE_ANSWER -> {
                client.getInputStream().readNBytes(60);
                client.shutdownOutput();
            }
            case IN_THE_ANSWER -> {
                client.getInputStream().readNBytes(60);
                client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private OkHttpClient through(String list) throws IOException {
        return http(selector(list)).client().newBuilder().dns(this::lookup).build();
    }

    private List<InetAddress> lookup(String name) throws UnknownHostException {
        if (name.equals(HOST)) {
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        }
        throw new UnknownHostException(name);
    }

    private EntraHttp http(ProxySelector proxies) {
        return http(proxies, BRIEFLY);
    }

    private EntraHttp http(ProxySelector proxies, Duration connect) {
        return new EntraHttp(PracticeRenewal.LIMITS.withConnect(connect), HostMap.EMPTY, this::trust, () -> proxies,
                Clock.systemUTC(), credentials);
    }

    private OkHttpClient client(FakeAddresses addresses, Duration connect) {
        return new EntraHttp(PracticeRenewal.LIMITS.withConnect(connect), HostMap.EMPTY, this::trust,
                () -> ProxySelector.of(null), Clock.systemUTC(), credentials).client()
                .newBuilder()
                .dns(addresses)
                .socketFactory(addresses)
                .build();
    }

    private X509ExtendedTrustManager trust() {
        return SystemTrust.trustManagerFor(List.of(authority.certificate()));
    }

    private FakeAddresses addresses(String list) throws IOException {
        FakeAddresses addresses = new FakeAddresses();
        for (String each : list.split(" ", -1)) {
            boolean ipv6 = each.endsWith("6");
            switch (At.valueOf(each)) {
                case LIVE4, LIVE6 -> addresses.server(ipv6, microsoft.port());
                case CUT4 -> addresses.server(ipv6, closing().getPort());
                case UNTRUSTED4 -> addresses.server(ipv6, untrusted().port());
                case REFUSED4, REFUSED6 -> addresses.faulty(ipv6, Fault.REFUSED);
                case UNREACHABLE4, UNREACHABLE6 -> addresses.faulty(ipv6, Fault.UNREACHABLE);
                case NO_ROUTE6 -> addresses.faulty(ipv6, Fault.NO_ROUTE);
                case NO_ANSWER4, NO_ANSWER6 -> addresses.faulty(ipv6, Fault.NO_ANSWER);
            }
        }
        return addresses;
    }

    private ProxySelector selector(String list) throws IOException {
        List<Proxy> proxies = new ArrayList<>();
        for (String each : list.split(" ", -1)) {
            proxies.add(proxy(Via.valueOf(each)));
        }
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return proxies;
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
                reported.add(proxy);
            }
        };
    }

    private Proxy proxy(Via via) throws IOException {
        return switch (via) {
            case DIRECT -> Proxy.NO_PROXY;
            case SOCKS_REFUSED -> new Proxy(Proxy.Type.SOCKS, refused());
            case REFUSED -> new Proxy(Proxy.Type.HTTP, refused());
            case UNKNOWN_NAME ->
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.school.invalid", 8080));
            case SILENT -> new Proxy(Proxy.Type.HTTP, silent());
            case CLOSING -> new Proxy(Proxy.Type.HTTP, closing());
            case LIVE -> http(ConnectProxy.open(microsoft));
            case PASSWORD -> http(ConnectProxy.withPassword(microsoft, "unknown to clients"));
            case KERBEROS -> http(ConnectProxy.offering(microsoft, "Negotiate"));
            case BUSY -> http(ConnectProxy.refusing(microsoft, "HTTP/1.1 503 Busy"));
            case FORBIDDEN -> http(ConnectProxy.refusing(microsoft, "HTTP/1.1 403 Forbidden"));
            case INSPECTING -> http(ConnectProxy.open(untrusted()));
        };
    }

    private Proxy http(ConnectProxy proxy) throws IOException {
        opened.add(proxy::close);
        return new Proxy(Proxy.Type.HTTP, proxy.address());
    }

    private TlsServer untrusted() throws IOException {
        TlsServer server = TlsServer.called(HOST, authority("Filter"));
        opened.add(server::close);
        return server;
    }

    private static InetSocketAddress refused() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            return new InetSocketAddress(LoopbackPort.ipv4(), closed.getLocalPort());
        }
    }

    /** Accepts connections and never says anything. */
    private InetSocketAddress silent() throws IOException {
        ServerSocket listening = new ServerSocket(0, 5, LoopbackPort.ipv4());
        opened.add(listening);
        return new InetSocketAddress(LoopbackPort.ipv4(), listening.getLocalPort());
    }

    /** Accepts connections and closes them. */
    private InetSocketAddress closing() throws IOException {
        ServerSocket listening = new ServerSocket(0, 5, LoopbackPort.ipv4());
        opened.add(listening);
        serve(listening, client -> client.setSoLinger(true, 0));
        return new InetSocketAddress(LoopbackPort.ipv4(), listening.getLocalPort());
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder().certificateAuthority(0).commonName(name).build();
    }

    private int get(Call.Factory client) throws IOException {
        Request request = new Request.Builder().url(microsoft.address(HOST)).build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }
}
