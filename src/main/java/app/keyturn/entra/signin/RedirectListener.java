package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Listens on this computer for the redirect from Microsoft's sign-in page: one form POST with the right host and state
 * (Microsoft Learn, "Microsoft identity platform and OAuth 2.0 authorization code flow", {@code form_post}). Any other
 * request gets a neutral page and changes nothing. A browser that insists on {@code https} is told apart by its first
 * bytes.
 */
public final class RedirectListener implements AutoCloseable {
    private static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_UNREAD = 256 * 1024;

    private final LoopbackServer server;
    private final String state;
    private final CallbackPages pages;
    private final Set<String> hosts;
    private final Runnable httpsTried;
    private final AtomicBoolean toldHttps = new AtomicBoolean();
    private final AtomicBoolean received = new AtomicBoolean();
    private final CompletableFuture<RedirectParameters> result = new CompletableFuture<>();

    private RedirectListener(LoopbackPort port, String state, CallbackPages pages, BooleanSupplier pauseAfterFailure,
            Runnable httpsTried) {
        this.state = state;
        this.pages = pages;
        this.httpsTried = httpsTried;
        hosts = Set.of("localhost:" + port.number(), "127.0.0.1:" + port.number(), "[::1]:" + port.number());
        server = new LoopbackServer(port, this::serve, pauseAfterFailure);
    }

    /**
     * Opens a port and starts to listen.
     *
     * @param state what the redirect has to contain; it must not be guessable
     * @param pages what the browser shows afterwards
     * @throws IOException if no port could be opened
     */
    public static RedirectListener open(String state, CallbackPages pages) throws IOException {
        return open(state, pages, () -> {});
    }

    /**
     * Opens a port and starts to listen.
     *
     * @param state what the redirect has to contain; it must not be guessable
     * @param pages what the browser shows afterwards
     * @param httpsTried called once, on another thread, when a browser begins to speak TLS
     * @throws IOException if no port could be opened
     */
    static RedirectListener open(String state, CallbackPages pages, Runnable httpsTried) throws IOException {
        return open(LoopbackPort.open(), state, pages, LoopbackServer::pauseAfterFailure, httpsTried);
    }

    /**
     * Listens on a port.
     *
     * @param pauseAfterFailure waits after a connection could not be accepted; false to end
     */
    static RedirectListener open(LoopbackPort port, String state, CallbackPages pages,
            BooleanSupplier pauseAfterFailure) {
        return open(port, state, pages, pauseAfterFailure, () -> {});
    }

    private static RedirectListener open(LoopbackPort port, String state, CallbackPages pages,
            BooleanSupplier pauseAfterFailure, Runnable httpsTried) {
        RedirectListener listener = new RedirectListener(port, state, pages, pauseAfterFailure, httpsTried);
        listener.server.start();
        return listener;
    }

    /** The address that Microsoft sends the browser to. */
    public String redirect() {
        return "http://localhost:" + server.port().number();
    }

    /**
     * Waits for the redirect.
     *
     * @return empty if it did not come in time
     * @throws InterruptedException if interrupted
     */
    public Optional<RedirectParameters> await(Duration limit) throws InterruptedException {
        try {
            return Optional.of(result.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException noRedirect) {
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new IllegalStateException("The result never fails", never);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Socket client) {
        try (client) {
            PushbackInputStream in = new PushbackInputStream(
                    new DeadlineInputStream(client, System.nanoTime() + CLIENT_TIMEOUT.toNanos()), TlsHello.LENGTH);
            if (TlsHello.follows(in)) {
                refuseTls(client);
            } else {
                answer(client, BrowserRequest.read(in).flatMap(this::parametersIn));
            }
            // A connection closed with unread bytes is reset, and the browser loses the page.
            for (int unread = 0; unread < MAX_UNREAD && in.read() >= 0; unread++) {
            }
        } catch (IOException gone) {
            // The client left or was too slow. Only a redirect would have mattered.
        }
    }

    private void answer(Socket client, Optional<RedirectParameters> parameters) throws IOException {
        if (parameters.isPresent() && received.compareAndSet(false, true)) {
            try {
                boolean succeeded = parameters.get() instanceof RedirectParameters.Code;
                send(client, "200 OK", succeeded ? pages.signedIn() : pages.notSignedIn());
            } finally {
                result.complete(parameters.get());
            }
        } else {
            send(client, "404 Not Found", pages.nothingHere());
        }
    }

    /**
     * Says so at once: a browser that asks {@code https} first may fall back to {@code http} then. After the redirect it
     * no longer matters.
     */
    private void refuseTls(Socket client) throws IOException {
        if (!received.get() && toldHttps.compareAndSet(false, true)) {
            httpsTried.run();
        }
        client.getOutputStream().write(TlsHello.refusal());
        client.shutdownOutput();
    }

    private void send(Socket client, String status, CallbackPages.Page page) throws IOException {
        client.getOutputStream().write(pages.response(status, page));
        client.shutdownOutput();
    }

    private Optional<RedirectParameters> parametersIn(BrowserRequest request) {
        if (!request.target().equals("/") || !hosts.contains(request.header("host"))) {
            return Optional.empty();
        }
        return request.form().filter(this::hasState).flatMap(form -> {
            String code = form.getOrDefault("code", "");
            String error = form.getOrDefault("error", "");
            if (!error.isEmpty()) {
                return Optional.of(new RedirectParameters.Refused(error, form.getOrDefault("error_description", "")));
            }
            return code.isEmpty() ? Optional.empty() : Optional.of(new RedirectParameters.Code(code));
        });
    }

    private boolean hasState(Map<String, String> form) {
        return MessageDigest.isEqual(form.getOrDefault("state", "").getBytes(UTF_8), state.getBytes(UTF_8));
    }
}
