package app.keyturn.testkit;

import app.keyturn.entra.signin.LoopbackPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * The addresses of every name, as a test wants them: each leads to a server on this computer or fails in its own way.
 * They are addresses for documentation (RFC 5737, RFC 3849), and nothing is ever sent to them.
 */
public final class FakeAddresses extends SocketFactory implements Dns {
    /** The ports at which connections were tried, or 0 where no server is, in this order. */
    public final List<Integer> tried = new CopyOnWriteArrayList<>();
    private final Map<InetAddress, Host> hosts = new LinkedHashMap<>();

    /** What happens to a connection. */
    public enum Fault {
        REFUSED, UNREACHABLE, NO_ROUTE, NO_ANSWER
    }

    private sealed interface Host {
        record Server(int port) implements Host {}

        record Faulty(Fault fault) implements Host {}
    }

    /** Adds an address of a server. */
    public FakeAddresses server(boolean ipv6, int port) {
        hosts.put(next(ipv6), new Host.Server(port));
        return this;
    }

    /** Adds an address that cannot be connected. */
    public FakeAddresses faulty(boolean ipv6, Fault fault) {
        hosts.put(next(ipv6), new Host.Faulty(fault));
        return this;
    }

    @Override
    public List<InetAddress> lookup(String name) {
        return new ArrayList<>(hosts.keySet());
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            private final CountDownLatch closed = new CountDownLatch(1);

            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                switch (host(address)) {
                    case Host.Server(int port) -> {
                        tried.add(port);
                        super.connect(new InetSocketAddress(LoopbackPort.ipv4(), port), timeout);
                    }
                    case Host.Faulty(Fault fault) -> {
                        tried.add(0);
                        fail(fault, timeout);
                    }
                }
            }

            private void fail(Fault fault, int timeout) throws IOException {
                switch (fault) {
                    case REFUSED -> throw new ConnectException("Connection refused");
                    case UNREACHABLE -> throw new SocketException("Network is unreachable");
                    case NO_ROUTE -> throw new NoRouteToHostException("No route to host");
                    case NO_ANSWER -> {
                        if (await(timeout)) {
                            throw new SocketException("Socket closed");
                        }
                        throw new SocketTimeoutException("Connect timed out");
                    }
                }
            }

            private boolean await(int timeout) throws IOException {
                try {
                    return closed.await(timeout, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new SocketException("Closed by interrupt", e);
                }
            }

            @Override
            public void close() throws IOException {
                closed.countDown();
                super.close();
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private Host host(SocketAddress address) {
        return Objects.requireNonNull(hosts.get(((InetSocketAddress) address).getAddress()));
    }

    private InetAddress next(boolean ipv6) {
        int number = hosts.size() + 1;
        return InetAddress.ofLiteral(ipv6 ? "2001:db8::" + number : "192.0.2." + number);
    }
}
