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
 * A CONNECT proxy on this computer that looks into the connections, hands the requests on to a practice world, and
 * breaks the ones it is told to break. Nothing of the program knows of it but its proxy settings and whom it trusts.
 */
final class FaultProxy implements AutoCloseable {
    private static final String GRAPH = "graph.practice.invalid";

    private final ServerSocket door = new ServerSocket(0, 50, loopback());
    /** Bound, but not listening: whoever comes here is turned away. */
    private final Socket closedDoor = new Socket();
    private final PracticeBackend worlds;
    private final Authorities authorities;
    private final FaultSchedule spell;
    private final Damage damage;
    private final OperationTracker itinerary = new OperationTracker();
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final EndlessBody flood = new EndlessBody();
    private volatile Optional<String> key = Optional.empty();
    /** What the program is about to ask of Microsoft Graph. */
    private volatile Optional<Operation> announced = Optional.empty();

    FaultProxy(Map<String, URI> worlds, Authorities authorities, FaultSchedule spell) throws IOException {
        this.worlds = new PracticeBackend(worlds);
        damage = new Damage(spell);
        this.authorities = authorities;
        this.spell = spell;
        closedDoor.bind(new InetSocketAddress(loopback(), 0));
        Thread.ofVirtual().start(this::welcome);
    }

    /** The program is about to send this to Microsoft Graph. */
    void announce(String request) {
        announced = itinerary.of(request, "");
        announced.ifPresent(itinerary::sent);
        announced.ifPresent(spell::expects);
    }

    /** Lets nobody through from now on who does not have this key. */
    void askFor(String header) {
        key = Optional.of(header);
    }

    /** How often the program has tried this. */
    int attempts(Operation operation) {
        return itinerary.attempts(operation);
    }

    /** How much was taken of an answer of 50 MB, in bytes; of the one of which most was taken, if there were several. */
    long mostTaken() {
        return flood.mostTaken();
    }

    /** Leads here, or where there is nobody. */
    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI to) {
                Optional<Operation> about = about(to.getHost());
                about.filter(Operation.TOKEN::equals).ifPresent(spell::expects);
                if (spell.fault() == Fault.NO_NAME && strikes(about, Place.ADDRESS)) {
                    return proxy(InetSocketAddress.createUnresolved("proxy.invalid", 8080));
                }
                if (spell.fault() == Fault.REFUSED && strikes(about, Place.ADDRESS)) {
                    return proxy(closedDoor.getLocalSocketAddress());
                }
                return proxy(door.getLocalSocketAddress());
            }

            @Override
            public void connectFailed(URI to, SocketAddress proxy, IOException why) {
                // The program notices by itself.
            }
        };
    }

    @Override
    public void close() throws IOException {
        door.close();
        closedDoor.close();
        for (Socket visitor : visitors) {
            visitor.close();
        }
    }

    private static List<Proxy> proxy(SocketAddress address) {
        return List.of(new Proxy(Proxy.Type.HTTP, address));
    }

    private boolean strikes(Optional<Operation> operation, Place place) {
        return operation.isPresent() && spell.strikes(operation.get(), place);
    }

    private Optional<Operation> about(String host) {
        return host.equals(GRAPH) ? announced : Optional.of(Operation.TOKEN);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                visitors.add(visitor);
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            visitor.setTcpNoDelay(true);
            String host = known(visitor).second().replaceAll(":443$", "");
            visitor.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
            boolean strange = spell.fault() == Fault.UNKNOWN_ISSUER && strikes(about(host), Place.CONNECTION);
            try (SSLSocket inside = authorities.server(visitor, strange)) {
                inside.startHandshake();
                if (spell.fault() == Fault.RESET_UNREAD && strikes(about(host), Place.CONNECTION)) {
                    reset(visitor);
                    return;
                }
                InputStream in = new BufferedInputStream(inside.getInputStream());
                boolean more = true;
                while (more) {
                    more = serve(host, visitor, in, inside.getOutputStream());
                }
            }
        } catch (IOException gone) {
            // The program has left, or the connection was cut: what it makes of that is what the tests are about.
        } finally {
            visitors.remove(visitor);
        }
    }

    /** The request for a way, once it tells who asks. */
    private Message known(Socket visitor) throws IOException {
        while (true) {
            Message wanted = Message.head(visitor.getInputStream());
            if (key.isEmpty() || key.equals(Optional.ofNullable(wanted.headers().get("proxy-authorization")))) {
                return wanted;
            }
            visitor.getOutputStream()
                    .write(new Message("HTTP/1.1 407 Who are you",
                            Map.of("proxy-authenticate", "Basic realm=\"Maple\"", "content-length", "0"),
                            ByteString.EMPTY).bytes());
        }
    }

    /** Serves one request; true if another one can come on the same connection. */
    private boolean serve(String host, Socket visitor, InputStream in, OutputStream out) throws IOException {
        Message request = Message.read(in);
        String[] target = request.second().split("\\?", 2);
        String what = request.method() + " " + target[0].replaceFirst("^/v1\\.0", "");
        if (what.endsWith("/validateCredentials") && request.text().contains("\"useSavedCredentials\":false")) {
            itinerary.testing();
        }
        Optional<Operation> operation = host.equals(GRAPH)
                ? itinerary.of(what, target.length > 1 ? target[1] : "")
                : Optional.of(Operation.TOKEN);
        if (strikes(operation, Place.REQUEST)) {
            return strike(operation.orElseThrow(), host, request, visitor, in, out);
        }
        Message answer = worlds.answer(host, request);
        boolean broken = false;
        if (what.equals("POST /$batch") && spell.operation().isPart() && spell.fault().place() == Place.REQUEST) {
            Optional<Message> changed = damage.inside(request, answer);
            broken = changed.isPresent();
            answer = changed.orElse(answer);
        }
        if (!host.equals(GRAPH)) {
            itinerary.signedIn();
            spell.signedInAnew();
        } else if (!broken) {
            itinerary.answered(what, operation);
        }
        // A fault that comes before the request needs a connection that is not there yet.
        boolean last = spell.isOn() && spell.fault().place() != Place.REQUEST
                && (spell.hasStruck() || operation.isEmpty() || spell.operation().follows(operation.get()));
        out.write(answer.with(Map.of("connection", last ? "close" : "keep-alive")).bytes());
        out.flush();
        return !last;
    }

    private boolean strike(Operation operation, String host, Message request, Socket visitor, InputStream in,
            OutputStream out) throws IOException {
        Fault fault = spell.fault();
        boolean changesAnAnswer = operation.reads() && (fault == Fault.UNKNOWN_VALUE || fault == Fault.CUT_JSON);
        Optional<Message> answer = fault.carriedOut() || changesAnAnswer || (operation == Operation.TOKEN
                && fault == Fault.CUT_JSON) ? Optional.of(worlds.answer(host, request)) : Optional.empty();
        switch (fault) {
            case RESET_LOST, RESET_DONE -> {
                reset(visitor);
                return false;
            }
            case SILENCE_LOST, SILENCE_DONE -> {
                in.transferTo(OutputStream.nullOutputStream()); // until the program leaves
                return false;
            }
            case HUGE -> {
                flood.pour(visitor, out);
                return false;
            }
            case CUT_JSON -> out.write(answer.map(Damage::withoutItsEnd)
                    .orElseGet(() -> damage.made(operation))
                    .bytes());
            case UNKNOWN_VALUE -> out.write(answer.map(message -> Damage.ofTheFuture(operation, message))
                    .orElseGet(() -> damage.made(operation))
                    .bytes());
            case PLAIN_400, IN_MESSAGE_400, NESTED_400, OAUTH_400, EXPIRED_401, NO_ROLE_401, FORBIDDEN_403,
                    NOT_FOUND_404, CONFLICT_409, BUSY_429, EMPTY_500, HTML_502, DOWN_503, GATEWAY_504,
                    GATEWAY_504_DONE, CAPTIVE_200 ->
                out.write(damage.made(operation).bytes());
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, RESET_UNREAD ->
                throw new IllegalStateException("It strikes before anything is read");
        }
        if (changesAnAnswer && fault == Fault.UNKNOWN_VALUE) {
            itinerary.answered("", Optional.of(operation));
        }
        out.flush();
        return true;
    }

    private static void reset(Socket visitor) throws IOException {
        visitor.setSoLinger(true, 0);
        visitor.close();
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
    }
}
