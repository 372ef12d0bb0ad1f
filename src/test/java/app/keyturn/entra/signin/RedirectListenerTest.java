package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.testkit.PracticeRenewal;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server that waits for the browser's redirect, and accepts nothing else. */
class RedirectListenerTest {
    private static final String STATE = "the-state";
    private static final String GOOD = "code=the%2Bcode&state=the-state&session_state=x";

    private RedirectListener receiver;
    private int port;

    RedirectListenerTest() throws IOException {
        receiver = RedirectListener.open(STATE, PracticeRenewal.PAGES);
    }

    @BeforeEach
    void findPort() {
        port = URI.create(receiver.redirect()).getPort();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aComputerWithoutRoomForAConnectionIsAskedAgainAfterAPause() throws Exception {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger pauses = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        try (ServerSocket full = new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                failed.incrementAndGet();
                throw new IOException("Too many open files");
            }
        };
                RedirectListener busy = RedirectListener.open(new LoopbackPort(1, List.of(full)), STATE,
                        PracticeRenewal.PAGES, () -> {
                            boolean again = pauses.incrementAndGet() < 3;
                            if (!again) {
                                ended.countDown();
                            }
                            return again;
                        })) {
            assertTrue(ended.await(10, TimeUnit.SECONDS));
            assertEquals(3, failed.get());
            assertEquals("http://localhost:1", busy.redirect());
        }
    }

    @Test
    void theFormWithTheRightStateIsTheAnswer() throws Exception {
        String page = post("localhost:" + port, GOOD);
        assertTrue(page.startsWith("HTTP/1.1 200"), page);
        assertTrue(page.contains("<h1>Signed in</h1>"), page);
        assertEquals(Optional.of(new RedirectParameters.Code("the+code")), received());
    }

    @Test
    void aRefusalComesWithMicrosoftsReason() throws Exception {
        String page = post("127.0.0.1:" + port,
                "error=access_denied&error_description=AADSTS65004%3a+No.&state=the-state");
        assertTrue(page.contains("<h1>Not signed in</h1>"), page);
        assertEquals(Optional.of(new RedirectParameters.Refused("access_denied", "AADSTS65004: No.")), received());
    }

    @Test
    void theAnswerMayComeOverIpv6() throws Exception {
        assumeTrue(LoopbackPort.hasIpv6());
        try (Socket socket = new Socket(LoopbackPort.ipv6(), port)) {
            assertTrue(talk(socket, form("[::1]:" + port, GOOD)).contains("Signed in"));
        }
        assertTrue(received().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=evil&state=wrong", "code=evil", "state=the-state", "code=&state=the-state", "",
            "code=evil&state=the-state&state=wrong", "code=evil&code=two&state=the-state", "code=%zz&state=the-state"})
    void aWrongFormDoesNotEndTheSignIn(String form) throws Exception {
        assertNothing(post("localhost:" + port, form));
        stillWaiting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "localhost:1", "evil.example:%d", ""})
    void aWrongHostDoesNotEndTheSignIn(String host) throws Exception {
        assertNothing(post(host.formatted(port), GOOD));
        stillWaiting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: localhost:%d\r\n\r\n",
            "GET /?code=evil&state=the-state HTTP/1.1\r\nHost: localhost:%d\r\n\r\n",
            "HEAD /favicon.ico HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", "HELLO\r\n\r\n", "\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost:%d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 99999999999\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "OPTIONS / HTTP/1.1\r\nHost: localhost:%d\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
            "OPTIONS / HTTP/1.1\r\nHost: localhost:%d\r\nAccess-Control-Request-Local-Network: true\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost:%d\r\nSec-Purpose: prefetch;prerender\r\n\r\n",
            "CONNECT localhost:%d HTTP/1.1\r\nHost: localhost:%1$d\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost:%d\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n"})
    void anyOtherVisitDoesNotEndTheSignIn(String request) throws Exception {
        assertNothing(say(request.formatted(port)));
        stillWaiting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"160301010001000001fc0303", "16030302000100", "1603", "16", "802e010301001500", "804601"})
    void aBrowserThatInsistsOnHttpsIsToldAtOnceAndOnce(String hello) throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (RedirectListener listener = RedirectListener.open(STATE, PracticeRenewal.PAGES, told::incrementAndGet)) {
            port = URI.create(listener.redirect()).getPort();
            for (int tries = 0; tries < 2; tries++) {
                try (Socket socket = new Socket(LoopbackPort.ipv4(), port)) {
                    socket.setSoTimeout(5000);
                    socket.getOutputStream().write(HexFormat.of().parseHex(hello));
                    assertEquals("15030100020246", HexFormat.of().formatHex(socket.getInputStream().readNBytes(7)));
                    assertEquals(1, told.get());
                }
            }
            assertTrue(post("localhost:" + port, GOOD).contains("Signed in"));
            assertEquals(Optional.of(new RedirectParameters.Code("the+code")), listener.await(Duration.ofSeconds(5)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff", "80", "8000", "80ff02", "0d0a0d0a", "4745", ""})
    void otherBytesAreNotTakenForHttps(String bytes) throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (RedirectListener listener = RedirectListener.open(STATE, PracticeRenewal.PAGES, told::incrementAndGet);
                Socket socket = new Socket(LoopbackPort.ipv4(), URI.create(listener.redirect()).getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(HexFormat.of().parseHex(bytes));
            socket.shutdownOutput();
            assertNothing(new String(socket.getInputStream().readAllBytes(), UTF_8));
            assertEquals(0, told.get());
        }
    }

    /** For example for the page's icon: the user is signed in already. */
    @Test
    void httpsAfterTheRedirectIsNotTold() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (RedirectListener listener = RedirectListener.open(STATE, PracticeRenewal.PAGES, told::incrementAndGet)) {
            port = URI.create(listener.redirect()).getPort();
            assertTrue(post("localhost:" + port, GOOD).contains("Signed in"));
            try (Socket socket = new Socket(LoopbackPort.ipv4(), port)) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(HexFormat.of().parseHex("160301"));
                assertEquals("15030100020246", HexFormat.of().formatHex(socket.getInputStream().readNBytes(7)));
            }
            assertEquals(0, told.get());
        }
    }

    @Test
    void aFormOnAnotherPathOrOfAnotherKindDoesNotEndTheSignIn() throws Exception {
        String good = form("localhost:" + port, GOOD);
        assertNothing(say(good.replace("POST / ", "POST /other ")));
        assertNothing(say(good.replace("POST / ", "PUT / ")));
        assertNothing(say(good.replace("application/x-www-form-urlencoded", "text/plain")));
        stillWaiting();
    }

    @Test
    void anOversizedFormDoesNotEndTheSignIn() throws Exception {
        assertNothing(post("localhost:" + port, GOOD + "&x=" + "y".repeat(17 * 1024)));
        assertNothing(say("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nX: " + "y".repeat(17 * 1024)
                + "\r\n\r\n"));
        stillWaiting();
    }

    @Test
    void aSecondAnswerChangesNothing() throws Exception {
        post("localhost:" + port, GOOD);
        assertNothing(post("localhost:" + port, GOOD.replace("code=", "code=second-")));
        assertEquals(Optional.of(new RedirectParameters.Code("the+code")), received());
    }

    @Test
    void reloadingThePageAfterwardsChangesNothing() throws Exception {
        post("localhost:" + port, GOOD);
        assertNothing(say("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"));
        assertNothing(post("localhost:" + port, GOOD));
        assertEquals(Optional.of(new RedirectParameters.Code("the+code")), received());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstAnswerCountsWhateverComesAfterIt(boolean signedIn) throws Exception {
        String no = "error=access_denied&state=the-state";
        assertTrue(post("localhost:" + port, signedIn ? GOOD : no).startsWith("HTTP/1.1 200"));
        assertNothing(post("localhost:" + port, signedIn ? no : GOOD));
        assertEquals(Optional.of(signedIn
                ? new RedirectParameters.Code("the+code")
                : new RedirectParameters.Refused("access_denied", "")), received());
    }

    @Test
    void aRefusalWithTheWrongStateDoesNotEndTheSignIn() throws Exception {
        assertNothing(post("localhost:" + port, "error=access_denied&error_description=AADSTS65004&state=wrong"));
        assertNothing(post("localhost:" + port, "error=access_denied"));
        stillWaiting();
    }

    @Test
    void aBrowserThatIsClosedInTheMiddleOfItsFormDoesNotEndTheSignIn() throws Exception {
        String half = form("localhost:" + port, GOOD);
        try (Socket socket = new Socket(LoopbackPort.ipv4(), port)) {
            socket.getOutputStream().write(half.substring(0, half.length() - 3).getBytes(UTF_8));
        }
        assertNothing(say(half.substring(0, half.length() - 3)));
        stillWaiting();
    }

    @Test
    void aBrowserThatIsClosedBeforeItReadsThePageHasAnsweredAllTheSame() throws Exception {
        try (Socket socket = new Socket(LoopbackPort.ipv4(), port)) {
            socket.getOutputStream().write(form("localhost:" + port, GOOD).getBytes(UTF_8));
        }
        assertEquals(Optional.of(new RedirectParameters.Code("the+code")), received());
    }

    @Test
    void silentVisitorsDoNotKeepTheAnswerOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket(LoopbackPort.ipv4(), port);
                socket.getOutputStream().write("POST / HT".getBytes(UTF_8));
                silent.add(socket);
            }
            stillWaiting();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void thePageIsLockedDownAndRepeatsNothing() throws Exception {
        String page = post("localhost:" + port, GOOD);
        for (String header : List.of("Cache-Control: no-store", "X-Content-Type-Options: nosniff",
                "Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'; style-src 'sha256-")) {
            assertTrue(page.contains(header), header);
        }
        assertFalse(page.contains("unsafe-inline") || page.contains("the+code") || page.contains(STATE), page);
    }

    @Test
    void theWordsOfThePageAreText() {
        CallbackPages.Page page = new CallbackPages.Page("<b>", "\"a\" & b");
        String html = new String(new CallbackPages(Locale.ENGLISH, page, page, page).response("200 OK", page), UTF_8);
        assertTrue(html.contains("<h1>&lt;b&gt;</h1><p>&quot;a&quot; &amp; b</p>"), html);
    }

    @Test
    void closingFreesThePortAtOnce() throws Exception {
        try (Socket visitor = new Socket(LoopbackPort.ipv4(), port)) {
            receiver.close();
            assertEquals(-1, visitor.getInputStream().read());
        } catch (IOException reset) {
            // Closed as well.
        }
        assertThrows(ConnectException.class, () -> new Socket(LoopbackPort.ipv4(), port).close());
        try (LoopbackPort again = LoopbackPort.openAt(port).orElseThrow()) {
            assertEquals(port, again.number());
        }
    }

    @Test
    void aPortInUseOnOneAddressIsNotTaken() throws Exception {
        assumeTrue(LoopbackPort.hasIpv6());
        try (ServerSocket other = new ServerSocket(0, 1, LoopbackPort.ipv6())) {
            assertEquals(Optional.empty(), LoopbackPort.openAt(other.getLocalPort()));
        }
        try (ServerSocket other = new ServerSocket(0, 1, LoopbackPort.ipv4())) {
            assertEquals(Optional.empty(), LoopbackPort.openAt(other.getLocalPort()));
        }
    }

    @Test
    void nobodyComing() throws Exception {
        assertEquals(Optional.empty(), receiver.await(Duration.ofMillis(10)));
    }

    private void stillWaiting() throws Exception {
        assertTrue(post("localhost:" + port, GOOD).contains("Signed in"));
        assertEquals(Optional.of(new RedirectParameters.Code("the+code")), received());
    }

    private static void assertNothing(String page) {
        assertTrue(page.startsWith("HTTP/1.1 404") && page.contains("nothing to see here"), page);
    }

    private Optional<RedirectParameters> received() throws InterruptedException {
        return receiver.await(Duration.ofSeconds(5));
    }

    private String post(String host, String form) throws IOException {
        return say(form(host, form));
    }

    private static String form(String host, String form) {
        return "POST / HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    }

    private String say(String request) throws IOException {
        try (Socket socket = new Socket(LoopbackPort.ipv4(), port)) {
            return talk(socket, request);
        }
    }

    private static String talk(Socket socket, String request) throws IOException {
        socket.setSoTimeout(5000);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), UTF_8);
    }
}
