package app.keyturn.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.HostMap;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.testkit.RecordingDesktop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A desktop whose browser signs in by itself, and meets the scheduled fault on the way. */
final class SigningInDesktop extends RecordingDesktop {
    private final PracticeBrowser client;
    private final HostMap hosts;
    private final FaultSchedule schedule;
    /** Open once the late browser may come back. */
    private final CountDownLatch late = new CountDownLatch(1);

    SigningInDesktop(PracticeBrowser browser, HostMap hosts, FaultSchedule schedule) {
        client = browser;
        this.hosts = hosts;
        this.schedule = schedule;
    }

    @Override
    public boolean open(URI page) {
        boolean broken = schedule.strikes(Operation.SIGN_IN, schedule.fault().place());
        Thread.ofVirtual().start(() -> visit(page, broken));
        return true;
    }

    /** Lets the late browser come back, after Keyturn has given up waiting. */
    void releaseLateBrowser() {
        late.countDown();
    }

    private void visit(URI page, boolean broken) {
        try {
            if (!broken || meetFault(page)) {
                client.signIn(hosts.resolve(page).orElseThrow(), Choice.ADMINISTRATOR);
            }
        } catch (IOException | InterruptedException ignored) {
            // Waiting for the browser has a time limit; the test sees the outcome.
        }
    }

    /** Meets the fault; true if the browser still signs in afterwards. */
    private boolean meetFault(URI page) throws IOException, InterruptedException {
        Map<String, String> query = form(page.getRawQuery());
        switch (schedule.fault()) {
            case SILENCE_LOST -> {
                return false;
            }
            case SILENCE_DONE -> late.await();
            case OAUTH_400 -> {
                client.signIn(hosts.resolve(page).orElseThrow(), Choice.DECLINE);
                return false;
            }
            case EMPTY_500 -> post(query, "server_error");
            case DOWN_503 -> post(query, "temporarily_unavailable");
            case UNKNOWN_VALUE -> post(query, "future_error");
            case RESET_LOST -> send(query, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\ncode=A");
            case HUGE -> send(query, "POST / HTTP/1.1\r\nHost: localhost:" + redirect(query).getPort()
                    + "\r\nContent-Length: 52428800\r\n\r\n" + "x".repeat(100_000));
            case CUT_JSON -> post(query.getOrDefault("redirect_uri", ""), "code=ABC");
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, RESET_UNREAD, RESET_DONE, PLAIN_400, IN_MESSAGE_400, NESTED_400,
                    EXPIRED_401, NO_ROLE_401, FORBIDDEN_403, NOT_FOUND_404, CONFLICT_409, BUSY_429, HTML_502,
                    GATEWAY_504, GATEWAY_504_DONE, CAPTIVE_200 ->
                throw new IllegalStateException("Not a fault of the browser");
        }
        return schedule.fault() != Fault.EMPTY_500 && schedule.fault() != Fault.DOWN_503
                && schedule.fault() != Fault.UNKNOWN_VALUE;
    }

    private static void post(Map<String, String> query, String error) throws IOException {
        post(query.getOrDefault("redirect_uri", ""),
                "error=" + error + "&state=" + URLEncoder.encode(query.getOrDefault("state", ""), UTF_8));
    }

    private static void post(String redirect, String form) throws IOException {
        URI to = URI.create(redirect);
        say(to, "POST / HTTP/1.1\r\nHost: localhost:" + to.getPort()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form, true);
    }

    private static void send(Map<String, String> query, String bytes) throws IOException {
        say(redirect(query), bytes, false);
    }

    private static void say(URI to, String bytes, boolean listen) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), to.getPort())) {
            socket.setSoLinger(!listen, 0);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            if (listen) {
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        } catch (IOException turnedAway) {
            // Keyturn closed the connection, as it should.
        }
    }

    private static URI redirect(Map<String, String> query) {
        return URI.create(query.getOrDefault("redirect_uri", ""));
    }

    private static Map<String, String> form(String query) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair -> form.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return form;
    }
}
