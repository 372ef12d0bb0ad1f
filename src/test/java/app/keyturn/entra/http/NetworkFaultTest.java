package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.TlsServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** What a network can do to the connection, done for real on this computer, and what it is called then. */
class NetworkFaultTest {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final HeldCertificate school = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Maple Street filter")
            .build();
    private final ProblemMapper problems = new ProblemMapper(Clock.systemUTC());

    @Test
    void aNameThatNobodyKnows() {
        assertEquals("NET-NO-NAME", fault("https://nobody.invalid/").code().id());
    }

    @Test
    void aPortThatTurnsConnectionsAway() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            port = closed.getLocalPort();
        }
        assertEquals("NET-REFUSED", fault("https://127.0.0.1:" + port + "/").code().id());
    }

    @Test
    void aConnectionThatIsCutOff() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            Thread.ofVirtual().start(() -> reset(listening));
            assertEquals("NET-UNREACHABLE", fault(address(listening)).code().id());
        }
    }

    @Test
    void aConnectionOnWhichNothingComes() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            EntraHttp http = http(SystemTrust.ofThisComputer(), Duration.ofMillis(300));
            assertEquals("NET-TIMED-OUT", fault(http.callFactory(), address(listening)).code().id());
        }
    }

    @Test
    void anAuthorityThatNobodyTrustsIsNamed() throws IOException {
        try (TlsServer filter = TlsServer.called("localhost", school)) {
            Problem problem = fault(filter.address("localhost"));
            assertEquals("NET-INSPECTED", problem.code().id());
            assertEquals(Optional.of("Maple Street filter"), problem.issuer());
        }
    }

    @Test
    void anAuthorityThatTheSystemTrustsIsTrusted() throws IOException {
        SystemTrust trust = new SystemTrust(SystemTrust.ofThisComputer().javaAuthorities(),
                List.of(school.certificate()),
                List.of("bundle"));
        try (TlsServer filter = TlsServer.called("localhost", school)) {
            assertEquals(200, get(http(trust).callFactory(), filter.address("localhost")));
        }
    }

    @Test
    void aCertificateThatHasRunOut() throws IOException {
        assertEquals("NET-NOT-TRUSTED", whereTrusted(valid(-2 * DAY, -DAY)).code().id());
    }

    @Test
    void aCertificateForAnotherAddress() throws IOException {
        HeldCertificate other = new HeldCertificate.Builder().signedBy(school)
                .addSubjectAlternativeName("graph.microsoft.com")
                .build();
        assertEquals("NET-NOT-TRUSTED", whereTrusted(other).code().id());
    }

    @Test
    void aCertificateOfTomorrowMeansThatTheClockIsWrong() throws IOException {
        assertEquals("CLOCK-WRONG", whereTrusted(valid(DAY, 2 * DAY)).code().id());
    }

    @Test
    void anUnknownAuthorityComesBeforeWhateverElseIsWrongWithItsCertificate() throws IOException {
        try (TlsServer server = TlsServer.showing(valid(-2 * DAY, -DAY), school)) {
            assertEquals("NET-INSPECTED", fault(server.address("localhost")).code().id());
        }
    }

    /** What becomes of a server that shows this certificate, to a computer that trusts the school's authority. */
    private Problem whereTrusted(HeldCertificate shown) throws IOException {
        SystemTrust trust = new SystemTrust(List.of(), List.of(school.certificate()), List.of());
        try (TlsServer server = TlsServer.showing(shown, school)) {
            return fault(http(trust).callFactory(), server.address("localhost"));
        }
    }

    private HeldCertificate valid(long from, long until) {
        long now = System.currentTimeMillis();
        return new HeldCertificate.Builder().signedBy(school)
                .addSubjectAlternativeName("localhost")
                .validityInterval(now + from, now + until)
                .build();
    }

    private Problem fault(String address) {
        return fault(http(SystemTrust.ofThisComputer()).callFactory(), address);
    }

    private Problem fault(Call.Factory client, String address) {
        IOException thrown = assertThrows(IOException.class, () -> get(client, address));
        return problems.of(thrown);
    }

    private static EntraHttp http(SystemTrust trust) {
        return http(trust, PracticeRenewal.LIMITS.answer());
    }

    private static EntraHttp http(SystemTrust trust, Duration answer) {
        return new EntraHttp(PracticeRenewal.LIMITS.withAnswer(answer), HostMap.EMPTY, trust::trustManager);
    }

    private static int get(Call.Factory client, String address) throws IOException {
        try (Response response = client.newCall(new Request.Builder().url(address).build()).execute()) {
            return response.code();
        }
    }

    private static String address(ServerSocket listening) {
        return "https://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    private static void reset(ServerSocket listening) {
        try (Socket visitor = listening.accept()) {
            visitor.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
