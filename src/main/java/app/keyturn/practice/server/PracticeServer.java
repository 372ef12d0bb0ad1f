package app.keyturn.practice.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small HTTP/1.1 server on 127.0.0.1 with one request per connection.
 *
 * <p>Not {@code com.sun.net.httpserver}: that always writes the computer's time into {@code Date}. Here the header must
 * come from the clock of the sync cycles, because the program compares the two.
 */
public final class PracticeServer implements AutoCloseable {
    /** Handles a request to one of the hosts; called by several threads. */
    public interface Handler {
        Response handle(PracticeHost host, Request request);
    }

    private static final int MAX_HEAD = 16 * 1024;
    private static final int MAX_BODY = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ServerSocket serverSocket;
    private final String secret = RandomText.ofLength(22);
    private final Clock clock;
    private final Handler handler;
    private final Thread acceptThread;
    private final Set<Socket> hanging = ConcurrentHashMap.newKeySet();

    private PracticeServer(ServerSocket serverSocket, Clock clock, Handler handler) {
        this.serverSocket = serverSocket;
        this.clock = clock;
        this.handler = handler;
        this.acceptThread = Thread.ofVirtual().name("practice").unstarted(this::acceptConnections);
    }

    /**
     * Starts a server on a random port.
     *
     * @param clock of the {@code Date} header
     * @param handler of the requests that know the secret path
     * @throws IOException when no port is free
     */
    public static PracticeServer open(Clock clock, Handler handler) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        PracticeServer server = new PracticeServer(new ServerSocket(0, 50, loopback), clock, handler);
        server.acceptThread.start();
        return server;
    }

    /** The address that stands in for a host. Its path contains a random secret, so other programs cannot guess it. */
    public URI base(PracticeHost host) {
        return URI.create("http://" + authority() + "/" + secret + "/" + host.folder());
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
        try {
            // The system may accept one more connection until accept() notices.
            acceptThread.join(TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket client : hanging) {
            client.close();
        }
    }

    private String authority() {
        return "127.0.0.1:" + serverSocket.getLocalPort();
    }

    private void acceptConnections() {
        while (!serverSocket.isClosed()) {
            try {
                Socket client = serverSocket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                // Closing the socket ends accept() this way; the loop ends by itself.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
            client.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            Response response = handle(in);
            if (response.isSent()) {
                send(client, response);
            } else if (response.status() == Response.HANGING.status()) {
                awaitClose(client, in);
            }
        } catch (IOException gone) {
            // The client disconnected or sent nothing.
        }
    }

    /** Sends nothing until the client, or this server, closes the connection. */
    private void awaitClose(Socket client, InputStream in) throws IOException {
        hanging.add(client);
        try {
            client.setSoTimeout(0);
            while (!serverSocket.isClosed() && in.read() >= 0) {
                // The client sends nothing more; the end of its side is what is awaited.
            }
        } finally {
            hanging.remove(client);
        }
    }

    private Response handle(InputStream in) throws IOException {
        try {
            List<String> head = readHead(in);
            String[] requestLine = head.isEmpty() ? new String[0] : head.getFirst().split(" ", -1);
            if (requestLine.length != 3 || !requestLine[2].startsWith("HTTP/1.")) {
                return plain(400, "Not HTTP/1.1");
            }
            Map<String, String> headers = headers(head.subList(1, head.size()));
            String body = readBody(in, headers);
            if (!headers.getOrDefault("host", "").equals(authority())) {
                return plain(403, "Wrong host");
            }
            return route(requestLine[0], new URI(requestLine[1]), headers, body);
        } catch (TooLongException tooLong) {
            return plain(413, "Too long");
        } catch (URISyntaxException | IllegalArgumentException invalid) {
            return plain(400, "Not a request");
        }
    }

    private Response route(String method, URI target, Map<String, String> headers, String body) {
        String[] segments = Optional.ofNullable(target.getPath()).orElse("").split("/", 4);
        Optional<PracticeHost> host = segments.length < 3 || !isSecret(segments[1])
                ? Optional.empty()
                : PracticeHost.fromFolder(segments[2]);
        String query = Optional.ofNullable(target.getRawQuery()).orElse("");
        String path = segments.length < 4 ? "" : "/" + segments[3];
        return host.map(to -> handler.handle(to, new Request(method, path, query, headers, body)))
                .orElseGet(() -> plain(404, "Nothing here"));
    }

    private boolean isSecret(String folder) {
        return MessageDigest.isEqual(folder.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    private static Response plain(int status, String text) {
        return Response.of(status, "text/plain; charset=utf-8", text);
    }

    private static List<String> readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("Incomplete request");
            }
            head.append((char) next);
            if (head.length() > MAX_HEAD) {
                throw new TooLongException();
            }
        }
        return head.toString().strip().lines().toList();
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = Math.max(0, line.indexOf(':'));
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean repeated = headers.put(name, line.substring(colon + 1).strip()) != null;
            if (name.isEmpty() || (repeated && name.equals("host"))) {
                throw new IllegalArgumentException("Not a header");
            }
        }
        return headers;
    }

    private static String readBody(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(readLine(in), 16); size > 0; size = Integer.parseInt(readLine(in), 16)) {
                body.write(readExactly(in, size, MAX_BODY - body.size()));
                readLine(in);
            }
            return body.toString(UTF_8);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new String(readExactly(in, length, MAX_BODY), UTF_8);
    }

    private static byte[] readExactly(InputStream in, int length, int max) throws IOException {
        if (length > max) {
            throw new TooLongException();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("Incomplete body");
        }
        return bytes;
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
            if (line.length() > 80) {
                throw new TooLongException();
            }
        }
        return line.toString().strip();
    }

    private void send(Socket client, Response response) throws IOException {
        byte[] body = response.body().getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
        response.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Date: ").append(HTTP_DATE.format(clock.instant())).append("\r\nConnection: close\r\n");
        if (response.status() != 204) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        all.writeBytes(body);
        all.writeTo(client.getOutputStream());
    }

    /** More than any client of the practice world sends. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
