package app.keyturn.selfcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.entra.signin.CallbackPages;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.entra.signin.Pkce;
import app.keyturn.entra.signin.RedirectListener;
import app.keyturn.entra.signin.RedirectParameters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks that a browser on this computer can reach the listener that a sign-in waits on. */
public final class LoopbackCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final CallbackPages PAGES = new CallbackPages(Locale.ENGLISH, new CallbackPages.Page("Yes", "Yes"),
            new CallbackPages.Page("No", "No"), new CallbackPages.Page("Nothing", "Nothing"));

    private LoopbackCheck() {}

    /**
     * Opens the listener on every loopback address, posts an answer to each as a browser would, and closes it.
     *
     * @return the addresses that could be reached
     * @throws IOException if the listener could not be opened or reached, did not accept the answer, or did not close
     * @throws InterruptedException if interrupted
     */
    public static List<String> run() throws IOException, InterruptedException {
        List<String> reached = new ArrayList<>();
        postAnswer(LoopbackPort.ipv4());
        reached.add("127.0.0.1");
        if (LoopbackPort.hasIpv6()) {
            postAnswer(LoopbackPort.ipv6());
            reached.add("::1");
        }
        return reached;
    }

    private static void postAnswer(InetAddress address) throws IOException, InterruptedException {
        String state = Pkce.randomText();
        int port;
        try (RedirectListener listener = RedirectListener.open(state, PAGES)) {
            port = URI.create(listener.redirect()).getPort();
            String page = post(address, port, "code=a-code&state=" + state);
            if (!page.startsWith("HTTP/1.1 200 ")
                    || !listener.await(TIMEOUT).equals(Optional.of(new RedirectParameters.Code("a-code")))) {
                throw new IOException("An answer brought to " + address.getHostAddress() + " was not taken");
            }
        }
        // The port must be free for other programs again.
        try (ServerSocket next = new ServerSocket(port, 1, address)) {
            if (!next.isBound()) {
                throw new IOException("The port " + port + " was not given back");
            }
        }
    }

    private static String post(InetAddress address, int port, String form) throws IOException {
        try (Socket browser = new Socket(address, port)) {
            browser.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
            browser.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: localhost:" + port
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                            + "\r\n\r\n" + form).getBytes(UTF_8));
            browser.shutdownOutput();
            return new String(browser.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
