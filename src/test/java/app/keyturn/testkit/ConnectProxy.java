package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.keyturn.entra.signin.LoopbackPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A local CONNECT proxy that forwards every connection to one server, whatever the host, without changing bytes. */
public final class ConnectProxy implements AutoCloseable {
    private static final String CONNECTED = "HTTP/1.1 200 Connected";

    /** All requests so far. */
    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket door = new ServerSocket(0, 10, LoopbackPort.ipv4());
    private final int server;
    private final List<String> offers;
    private final Optional<String> key;
    private final String result;

    /** The first line of a request, and its {@code Proxy-Authorization} header if it has one. */
    public record Asked(String line, Optional<String> answer) {}

    private ConnectProxy(TlsServer server, List<String> offers, Optional<String> key) throws IOException {
        this(server, offers, key, CONNECTED);
    }

    private ConnectProxy(TlsServer server, List<String> offers, Optional<String> key, String result)
            throws IOException {
        this.result = result;
        this.server = server.port();
        this.offers = offers;
        this.key = key;
        Thread.ofVirtual().start(this::serve);
    }

    /** Needs no password. */
    public static ConnectProxy open(TlsServer server) throws IOException {
        return new ConnectProxy(server, List.of(), Optional.empty());
    }

    /** Needs this {@code Proxy-Authorization} header. */
    public static ConnectProxy withPassword(TlsServer server, String header) throws IOException {
        return new ConnectProxy(server, List.of("Negotiate", "Basic realm=\"Maple\""), Optional.of(header));
    }

    /** Offers these authentication schemes and accepts none. */
    public static ConnectProxy offering(TlsServer server, String... offers) throws IOException {
        return new ConnectProxy(server, List.of(offers), Optional.of("unknown to clients"));
    }

    /** Answers every request with this status line, and opens no connection. */
    public static ConnectProxy refusing(TlsServer server, String statusLine) throws IOException {
        return new ConnectProxy(server, List.of(), Optional.empty(), statusLine);
    }

    public ProxySelector selector() throws IOException {
        return ProxySelector.of(address());
    }

    /** Where it listens. */
    public InetSocketAddress address() throws IOException {
        return new InetSocketAddress(LoopbackPort.ipv4(), door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; Socket behind = new Socket(LoopbackPort.ipv4(), server)) {
            while (true) {
                List<String> head = head(client.getInputStream());
                Optional<String> answer = head.stream()
                        .filter(line -> line.startsWith("Proxy-Authorization: "))
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .findFirst();
                asked.add(new Asked(head.getFirst(), answer));
                if (key.isEmpty() || key.equals(answer)) {
                    say(client, Stream.of(result));
                    if (!result.equals(CONNECTED)) {
                        return;
                    }
                    Thread.ofVirtual().start(() -> pass(behind, client));
                    pass(client, behind);
                    return;
                }
                say(client, Stream.concat(Stream.of("HTTP/1.1 407 Proxy Authentication Required", "Content-Length: 0"),
                        offers.stream().map(offer -> "Proxy-Authenticate: " + offer)));
            }
        } catch (IOException gone) {
            // The client has closed the connection; a test that expected more fails by itself.
        }
    }

    private static void say(Socket client, Stream<String> lines) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((String.join("\r\n", lines.toList()) + "\r\n\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // As above.
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("No more requests");
            }
            if (next == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (next != '\r') {
                line.append((char) next);
            }
        }
    }
}
