package app.keyturn.platform;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a running instance of the program can be asked something by a later start of the same user: a Unix domain
 * socket, which Windows has, too. It is a file in the user's own folder, so the file system decides who may connect:
 * there is no port, and no secret. The socket of a killed process refuses connections, and is replaced.
 */
public final class InstanceSocket implements AutoCloseable {
    /** What became of a request. */
    public enum Answer {
        /** It was carried out. */
        DONE,
        /** There is a running instance, but it did not do it. */
        DECLINED,
        /** No instance has answered in time. */
        NONE
    }

    /** A request that does nothing: it is declined, which shows that there is a running instance. */
    public static final String CHECK = "";
    private static final int MAX_REQUEST_BYTES = 512;
    private static final byte DONE = '+';
    private static final byte DECLINED = '-';
    /** Longer than a running instance needs to decline, shorter than a user notices at the end of the program. */
    private static final Duration CHECK_LIMIT = Duration.ofMillis(200);

    private final Path file;
    private final ServerSocketChannel channel;

    private InstanceSocket(Path file, ServerSocketChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Asks the running instance, if there is one.
     *
     * @param file the socket; if there is none, nothing else is done
     * @param request one line
     * @param limit a process that hangs is not waited for any longer
     */
    public static Answer ask(Path file, String request, Duration limit) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Answer.NONE;
        }
        FutureTask<Answer> asking = new FutureTask<>(() -> exchange(file, request));
        Thread.ofPlatform().daemon().name("keyturn-ask").start(asking);
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return Answer.NONE; // killed, hanging, or a system without such sockets
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        } finally {
            asking.cancel(true); // closes the channel
        }
    }

    private static Answer exchange(Path file, String request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            channel.write(StandardCharsets.UTF_8.encode(request));
            channel.shutdownOutput();
            ByteBuffer answer = ByteBuffer.allocate(1);
            if (channel.read(answer) != 1) {
                return Answer.NONE; // it is just ending
            }
            return answer.get(0) == DONE ? Answer.DONE : Answer.DECLINED;
        }
    }

    /**
     * Listens for requests, until it is closed or the process ends.
     *
     * @param file in an existing folder
     * @param handler carries out a request, on a thread of its own, and returns whether it has
     * @return empty if the file exists, the system or the file system has no such sockets, or the path is too long for one
     */
    public static Optional<InstanceSocket> listen(Path file, Predicate<String> handler) {
        ServerSocketChannel channel = null;
        try {
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(file));
            restrictToOwner(file);
            InstanceSocket socket = new InstanceSocket(file, channel);
            Thread.ofPlatform().daemon().name("keyturn-instance").start(() -> socket.serve(handler));
            return Optional.of(socket);
        } catch (IOException | RuntimeException _) {
            closeQuietly(channel);
            return Optional.empty();
        }
    }

    /** Deletes the socket of a process that does not answer any more, as far as possible. */
    public static void deleteStale(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // No later start finds this instance.
        }
    }

    private void serve(Predicate<String> handler) {
        try {
            while (true) {
                SocketChannel peer = channel.accept();
                // A peer that says nothing keeps no other waiting.
                Thread.ofVirtual().name("keyturn-instance").start(() -> answer(peer, handler));
            }
        } catch (IOException _) {
            // Closed, or broken: from now on a later start opens a window of its own.
        }
    }

    private static void answer(SocketChannel peer, Predicate<String> handler) {
        try (peer) {
            ByteBuffer request = ByteBuffer.allocate(MAX_REQUEST_BYTES);
            while (request.hasRemaining() && peer.read(request) >= 0) {
                // reads until the peer has said everything
            }
            String text = StandardCharsets.UTF_8.decode(request.flip()).toString();
            boolean done = !text.equals(CHECK) && handler.test(text);
            peer.write(ByteBuffer.wrap(new byte[]{done ? DONE : DECLINED}));
        } catch (IOException _) {
            // The peer has stopped waiting.
        }
    }

    private static void restrictToOwner(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Ends listening, and deletes the socket unless another process has replaced it. */
    @Override
    public void close() {
        closeQuietly(channel);
        if (ask(file, CHECK, CHECK_LIMIT) == Answer.NONE) {
            deleteStale(file);
        }
    }

    private static void closeQuietly(@Nullable ServerSocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // The system closes it at the end of the process.
        }
    }
}
