package app.keyturn.entra.signin;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Accepts connections from this computer, each on a thread of its own. Any program may connect, so only the newest few
 * are served.
 */
final class LoopbackServer implements AutoCloseable {
    private static final Duration MAX_JOIN_TIME = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);
    private static final int MAX_CLIENTS = 16;

    private final LoopbackPort port;
    private final Consumer<Socket> serve;
    private final BooleanSupplier pauseAfterFailure;
    private final List<Thread> acceptThreads = new ArrayList<>();
    /** Guards itself and {@link #closed}. */
    private final ArrayDeque<Socket> clients = new ArrayDeque<>();
    private boolean closed;

    /**
     * Creates a server that does not accept yet.
     *
     * @param serve serves a client and closes its connection
     * @param pauseAfterFailure waits after a connection could not be accepted; false to end
     */
    LoopbackServer(LoopbackPort port, Consumer<Socket> serve, BooleanSupplier pauseAfterFailure) {
        this.port = port;
        this.serve = serve;
        this.pauseAfterFailure = pauseAfterFailure;
    }

    /** Starts to accept. */
    void start() {
        for (ServerSocket serverSocket : port.sockets()) {
            acceptThreads.add(Thread.ofVirtual().name("sign-in").start(() -> acceptLoop(serverSocket)));
        }
    }

    LoopbackPort port() {
        return port;
    }

    /** Frees the port: a socket is only closed once the thread that accepts on it has woken up. */
    @Override
    public void close() {
        port.close();
        for (Thread thread : acceptThreads) {
            try {
                thread.join(MAX_JOIN_TIME);
            } catch (InterruptedException later) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (clients) {
            closed = true;
            clients.forEach(LoopbackServer::closeQuietly);
            clients.clear();
        }
    }

    /** Returns false if interrupted. */
    static boolean pauseAfterFailure() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private void acceptLoop(ServerSocket serverSocket) {
        while (!serverSocket.isClosed()) {
            try {
                Socket client = serverSocket.accept();
                admit(client);
                Thread.ofVirtual().name("sign-in client").start(() -> serve(client));
            } catch (IOException e) {
                // Closing the socket ends accept() like this. Otherwise the computer has no room for a connection.
                if (!serverSocket.isClosed() && !pauseAfterFailure.getAsBoolean()) {
                    return;
                }
            }
        }
    }

    /** Makes room for the newest client: the oldest one is the least likely to be the browser. */
    private void admit(Socket client) {
        synchronized (clients) {
            if (closed) {
                closeQuietly(client);
                return;
            }
            if (clients.size() == MAX_CLIENTS) {
                closeQuietly(clients.removeFirst());
            }
            clients.addLast(client);
        }
    }

    private void serve(Socket client) {
        try {
            serve.accept(client);
        } finally {
            synchronized (clients) {
                clients.remove(client);
            }
        }
    }

    private static void closeQuietly(Socket client) {
        try {
            client.close();
        } catch (IOException ignored) {
            // It is closed either way.
        }
    }
}
