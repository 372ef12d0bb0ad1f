package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.Graph;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server on loopback that answers with any bytes, which no HTTP library would send: beside {@link StubMicrosoft}, for
 * responses that break the protocol.
 */
public final class RawServer implements AutoCloseable {
    /** The first line of each request. */
    public final List<String> seen = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final Function<String, String> answers;

    /**
     * Opens a server.
     *
     * @param answers gives the whole response to a request's first line; the connection stays open after it
     */
    public RawServer(Function<String, String> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 50, LoopbackPort.ipv4());
        Thread.ofVirtual().start(this::acceptAll);
    }

    /** The real client of this server. */
    public GraphProvisioning provisioning(Limits limits, Timer timer) {
        URI base = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        EntraHttp http = new EntraHttp(limits, HostMap.forPractice(Map.of(StubMicrosoft.GRAPH, base)));
        AccessToken token = new AccessToken("BEARER", Cloud.PRACTICE);
        return new GraphProvisioning(new Graph(() -> Cloud.PRACTICE, http, () -> token, _ -> {}), limits, timer,
                Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            while (true) {
                String head = head(in);
                int length = head.lines()
                        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .sum();
                in.readNBytes(length);
                String line = head.lines().findFirst().orElseThrow();
                seen.add(line);
                client.getOutputStream().write(answers.apply(line).getBytes(ISO_8859_1));
            }
        } catch (IOException gone) {
            // The client has closed the connection.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }
}
