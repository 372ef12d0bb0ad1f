package app.keyturn.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.keyturn.faults.Fault.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import okio.ByteString;

/**
 * A local CONNECT proxy that decrypts connections, passes requests on to a practice world and injects the scheduled
 * fault. The program sees it only as a proxy setting and a trusted authority.
 */
final class FaultProxy implements AutoCloseable {
    private static final String GRAPH = "graph.practice.invalid";

    private final ServerSocket server = new ServerSocket(0, 50, loopback());
    /** Bound but not listening: connections are refused. */
    private final Socket closedPort = new Socket();
    private final PracticeBackend backend;
    private final Authorities authorities;
    private final FaultSchedule schedule;
    private final ResponseTampering tampering;
    private final OperationTracker tracker = new OperationTracker();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final EndlessBody endlessBody = new EndlessBody();
    private volatile Optional<String> key = Optional.empty();
    /** The next operation at Microsoft Graph. */
    private volatile Optional<Operation> announced = Optional.empty();

    FaultProxy(Map<String, URI> backend, Authorities authorities, FaultSchedule schedule) throws IOException {
        this.backend = new PracticeBackend(backend);
        tampering = new ResponseTampering(schedule);
        this.authorities = authorities;
        this.schedule = schedule;
        closedPort.bind(new InetSocketAddress(loopback(), 0));
        Thread.ofVirtual().start(this::acceptClients);
    }

    /** Called before the program sends a request to Microsoft Graph. */
    void announce(String request) {
        announced = tracker.of(request, "");
        announced.ifPresent(tracker::sent);
        announced.ifPresent(schedule::aboutToStart);
    }

    /** Called before the program tests a token that is not saved. */
    void announceTest() {
        tracker.testing();
    }

    /** Requires this {@code Proxy-Authorization} header from now on. */
    void askFor(String header) {
        key = Optional.of(header);
    }

    /** How often the program has tried an operation. */
    int attempts(Operation operation) {
        return tracker.attempts(operation);
    }

    /** Bytes read of an answer of 50 MB; the largest number, if there were several. */
    long mostTaken() {
        return endlessBody.mostTaken();
    }

    /** Selects this proxy, or an address where there is none. */
    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI to) {
                Optional<Operation> about = about(to.getHost());
                about.filter(Operation.TOKEN::equals).ifPresent(schedule::aboutToStart);
                if (schedule.fault() == Fault.NO_NAME && strikes(about, Place.ADDRESS)) {
                    return proxy(InetSocketAddress.createUnresolved("proxy.invalid", 8080));
                }
                if (schedule.fault() == Fault.REFUSED && strikes(about, Place.ADDRESS)) {
                    return proxy(closedPort.getLocalSocketAddress());
                }
                return proxy(server.getLocalSocketAddress());
            }

            @Override
            public void connectFailed(URI to, SocketAddress proxy, IOException why) {
                // The program notices by itself.
            }
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
        closedPort.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private static List<Proxy> proxy(SocketAddress address) {
        return List.of(new Proxy(Proxy.Type.HTTP, address));
    }

    private boolean strikes(Optional<Operation> operation, Place place) {
        return operation.isPresent() && schedule.strikes(operation.get(), place);
    }

    private Optional<Operation> about(String host) {
        return host.equals(GRAPH) ? announced : Optional.of(Operation.TOKEN);
    }

    private void acceptClients() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            String host = readConnect(client).secondWord().replaceAll(":443$", "");
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
            boolean untrusted = schedule.fault() == Fault.UNKNOWN_ISSUER && strikes(about(host), Place.CONNECTION);
            try (SSLSocket inside = authorities.server(client, untrusted)) {
                inside.startHandshake();
                if (schedule.fault() == Fault.RESET_UNREAD && strikes(about(host), Place.CONNECTION)) {
                    reset(client);
                    return;
                }
                InputStream in = new BufferedInputStream(inside.getInputStream());
                boolean more = true;
                while (more) {
                    more = serve(host, client, in, inside.getOutputStream());
                }
            }
        } catch (IOException gone) {
            // The program has closed the connection, or the fault has: tests judge what the program makes of it.
        } finally {
            clients.remove(client);
        }
    }

    /** The CONNECT request, once it has the required header. */
    private Message readConnect(Socket client) throws IOException {
        while (true) {
            Message wanted = Message.head(client.getInputStream());
            if (key.isEmpty() || key.equals(Optional.ofNullable(wanted.headers().get("proxy-authorization")))) {
                return wanted;
            }
            client.getOutputStream()
                    .write(new Message("HTTP/1.1 407 Who are you",
                            Map.of("proxy-authenticate", "Basic realm=\"Maple\"", "content-length", "0"),
                            ByteString.EMPTY).bytes());
        }
    }

    /** Serves one request; true if the connection stays open for another. */
    private boolean serve(String host, Socket client, InputStream in, OutputStream out) throws IOException {
        Message request = Message.read(in);
        String[] target = request.secondWord().split("\\?", 2);
        String what = request.method() + " " + target[0].replaceFirst("^/v1\\.0", "");
        Optional<Operation> operation = host.equals(GRAPH)
                ? tracker.of(what, target.length > 1 ? target[1] : "")
                : Optional.of(Operation.TOKEN);
        if (strikes(operation, Place.REQUEST)) {
            return strike(operation.orElseThrow(), host, request, client, in, out);
        }
        Message answer = backend.answer(host, request);
        boolean broken = false;
        if (what.equals("POST /$batch") && schedule.operation().isPart() && schedule.fault().place() == Place.REQUEST) {
            Optional<Message> changed = tampering.inside(request, answer);
            broken = changed.isPresent();
            answer = changed.orElse(answer);
        }
        if (!host.equals(GRAPH)) {
            tracker.signedIn();
            schedule.signedIn();
        } else if (!broken) {
            tracker.answered(what, operation);
        }
        // A fault before the request needs a new connection.
        boolean last = schedule.isActive() && schedule.fault().place() != Place.REQUEST
                && (schedule.hasStruck() || operation.isEmpty() || schedule.operation().follows(operation.get()));
        out.write(answer.with(Map.of("connection", last ? "close" : "keep-alive")).bytes());
        out.flush();
        return !last;
    }

    private boolean strike(Operation operation, String host, Message request, Socket client, InputStream in,
            OutputStream out) throws IOException {
        Fault fault = schedule.fault();
        boolean changesAnAnswer = operation.reads() && (fault == Fault.UNKNOWN_VALUE || fault == Fault.CUT_JSON);
        Optional<Message> answer = fault.carriedOut() || changesAnAnswer || (operation == Operation.TOKEN
                && fault == Fault.CUT_JSON) ? Optional.of(backend.answer(host, request)) : Optional.empty();
        switch (fault) {
            case RESET_LOST, RESET_DONE -> {
                reset(client);
                return false;
            }
            case SILENCE_LOST, SILENCE_DONE -> {
                in.transferTo(OutputStream.nullOutputStream()); // until the program closes
                return false;
            }
            case HUGE -> {
                endlessBody.sendTo(client, out);
                return false;
            }
            case CUT_JSON -> out.write(answer.map(ResponseTampering::truncated)
                    .orElseGet(() -> tampering.replacement(operation))
                    .bytes());
            case UNKNOWN_VALUE ->
                out.write(answer.map(message -> ResponseTampering.withUnknownValue(operation, message))
                        .orElseGet(() -> tampering.replacement(operation))
                        .bytes());
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401, NO_ROLE_401, FORBIDDEN_403,
                    NOT_FOUND_404, CONFLICT_409, BUSY_429, EMPTY_500, HTML_502, DOWN_503, GATEWAY_504,
                    GATEWAY_504_DONE, CAPTIVE_200 ->
                out.write(tampering.replacement(operation).bytes());
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, RESET_UNREAD ->
                throw new IllegalStateException("Strikes before anything is read");
        }
        if (changesAnAnswer && fault == Fault.UNKNOWN_VALUE) {
            tracker.answered("", Optional.of(operation));
        }
        out.flush();
        return true;
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
    }
}
