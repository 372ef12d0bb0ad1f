package app.keyturn.entra.signin;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * A port opened on every loopback address: {@code localhost} may mean 127.0.0.1 or ::1, and no other program must get
 * the redirect.
 *
 * @param number the port
 * @param sockets one for each loopback address of this computer
 */
public record LoopbackPort(int number, List<ServerSocket> sockets) implements AutoCloseable {
    private static final int TRIES = 20;
    private static final int BACKLOG = 50;

    /**
     * Opens any free port.
     *
     * @throws IOException if there is none
     */
    static LoopbackPort open() throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<LoopbackPort> port = openAt(0);
            if (port.isPresent()) {
                return port.get();
            }
        }
        throw new BindException("No port is free on both loopback addresses");
    }

    /**
     * Opens a port.
     *
     * @param wanted its number; zero for any
     * @return empty if it is taken on one of the addresses
     * @throws IOException if this computer has no 127.0.0.1
     */
    public static Optional<LoopbackPort> openAt(int wanted) throws IOException {
        boolean both = hasIpv6();
        ServerSocket four;
        try {
            four = new ServerSocket(wanted, BACKLOG, ipv4());
        } catch (BindException taken) {
            return Optional.empty();
        }
        if (!both) {
            return Optional.of(new LoopbackPort(four.getLocalPort(), List.of(four)));
        }
        try {
            ServerSocket six = new ServerSocket(four.getLocalPort(), BACKLOG, ipv6());
            return Optional.of(new LoopbackPort(four.getLocalPort(), List.of(four, six)));
        } catch (BindException taken) {
            four.close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        for (ServerSocket socket : sockets) {
            try {
                socket.close();
            } catch (IOException ignored) {
                // Nothing can be lost by closing a listening socket.
            }
        }
    }

    /** 127.0.0.1, without a name lookup. */
    public static InetAddress ipv4() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
    }

    /** ::1, without a name lookup. */
    public static InetAddress ipv6() throws IOException {
        byte[] one = new byte[16];
        one[15] = 1;
        return InetAddress.getByAddress("localhost", one);
    }

    /** True if this computer has ::1. */
    public static boolean hasIpv6() {
        try (ServerSocket any = new ServerSocket(0, BACKLOG, ipv6())) {
            return any.isBound();
        } catch (IOException none) {
            return false;
        }
    }
}
