package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SwitchableProxy;
import app.keyturn.platform.SystemTrust;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.TlsServer;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownServiceException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one client, and the addresses it is used with. */
class EntraHttpTest {
    private final HeldCertificate school = authority();
    private final HeldCertificate other = authority();

    @Test
    void outsidePracticeModeNothingIsSentUnencrypted() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            OkHttpClient client = new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY).client();
            assertCause(UnknownServiceException.class,
                    () -> get(client, "http://127.0.0.1:" + listening.getLocalPort() + "/"));
        }
    }

    @Test
    void inPracticeNoOtherHostIsVisited() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{}"))) {
            OkHttpClient client = stub.http(PracticeRenewal.LIMITS).client();
            assertThrows(UnexpectedResponseException.class, () -> get(client, "https://graph.microsoft.com/"));
            assertEquals(200, get(client, "https://graph.practice.invalid/"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 408, 503})
    void noRequestIsEverRepeated(int status) throws Exception {
        Reply reply = Reply.json(status, "{}")
                .with(status < 400 ? "Location" : "Retry-After",
                        status < 400 ? "https://graph.practice.invalid/again" : "0");
        try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
            OkHttpClient client = stub.http(PracticeRenewal.LIMITS).client();
            assertEquals(status, get(client, "https://graph.practice.invalid/"));
            Request post = new Request.Builder().url("https://graph.practice.invalid/")
                    .post(RequestBody.create(new byte[1]))
                    .build();
            client.newCall(post).execute().close();
            assertEquals(2, stub.seen.size());
        }
    }

    @Test
    void aServerIsTrustedIfItsAuthorityIs() throws Exception {
        try (TlsServer server = TlsServer.called("localhost", school)) {
            assertEquals(200, get(trusting(school), server.address("localhost")));
            assertCause(SSLHandshakeException.class, () -> get(trusting(other), server.address("localhost")));
            assertCause(SSLHandshakeException.class,
                    () -> get(new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY).client(),
                            server.address("localhost")));
        }
    }

    @Test
    void aServerOfAnotherNameIsRefusedHoweverTrusted() throws Exception {
        try (TlsServer server = TlsServer.called("graph.microsoft.com", school)) {
            assertCause(SSLPeerUnverifiedException.class,
                    () -> get(trusting(school), server.address("localhost")));
        }
    }

    @Test
    void certificatesAreReadOnceAndOnlyWhenSomethingIsSent() throws Exception {
        AtomicInteger read = new AtomicInteger();
        EntraHttp http = new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY, () -> {
            read.incrementAndGet();
            return SystemTrust.trustManagerFor(List.of(school.certificate()));
        });
        Call.Factory plain = http.callFactory();
        Call.Factory other = http.withInterceptors(chain -> chain.proceed(chain.request()));
        Call.Factory patient = http.withTestTimeout(chain -> chain.proceed(chain.request()));
        assertEquals(0, read.get());
        try (TlsServer server = TlsServer.called("localhost", school)) {
            for (Call.Factory each : List.of(plain, other, patient)) {
                assertEquals(200, get(each, server.address("localhost")));
            }
        }
        assertEquals(1, read.get());
    }

    @Test
    void inPracticeNoCertificateIsRead() throws Exception {
        try (PracticeWorld world = PracticeWorld.open(Scenario.HEALTHY, "school",
                PracticeSettings.forTests(Clock.systemUTC()))) {
            OkHttpClient client = new EntraHttp(PracticeRenewal.LIMITS, HostMap.forPractice(world.addresses()), () -> {
                throw new AssertionError("No certificate is needed on this computer");
            }).client();
            assertEquals(401, get(client, "https://graph.practice.invalid/"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCloudIsEncryptedAndAsksForTwoPermissionsOfItsOwn(Cloud cloud) {
        assertEquals(Set.of("https://" + cloud.graphHost() + "/Application.Read.All",
                "https://" + cloud.graphHost() + "/Synchronization.ReadWrite.All"), cloud.scopes());
        assertEquals("https", cloud.login().getScheme());
        assertEquals("https", cloud.portal().getScheme());
        assertTrue(cloud.appPage("an id/?").toString().startsWith(cloud.portal() + "/#view/"));
        assertTrue(cloud.appPage("an id/?").toString().endsWith("/objectId/an+id%2F%3F"));
    }

    @Test
    void theSystemsProxyIsPassedByWhileThatIsSetWithoutANewStart() {
        AtomicBoolean direct = new AtomicBoolean(true);
        ProxySelector proxies = new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY, Clock.systemUTC(),
                new ProxyCredentials(),
                direct::get, new SecretRedactor(), HttpListener.NONE).client().proxySelector();
        assertInstanceOf(SwitchableProxy.class, proxies);
        assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create("https://graph.microsoft.com/")));
    }

    private static void assertCause(Class<? extends IOException> cause, Executable call) {
        assertInstanceOf(cause, assertThrows(NotSentException.class, call).getCause());
    }

    private static OkHttpClient trusting(HeldCertificate authority) {
        return new EntraHttp(PracticeRenewal.LIMITS, HostMap.EMPTY,
                () -> SystemTrust.trustManagerFor(List.of(authority.certificate()))).client();
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    private static int get(Call.Factory client, String address) throws IOException {
        try (Response response = client.newCall(new Request.Builder().url(address).build()).execute()) {
            return response.code();
        }
    }
}
