package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.platform.InstanceSocket.Answer;
import app.keyturn.testkit.ChildProcess;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceSocketTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void needsSuchSockets() throws IOException {
        boolean possible = true;
        try {
            ServerSocketChannel.open(StandardProtocolFamily.UNIX).close();
        } catch (UnsupportedOperationException _) {
            possible = false;
        }
        assumeTrue(possible, "this system has no Unix domain sockets");
    }

    @Test
    void withoutARunningInstanceNothingAnswersAndNothingIsCreated() throws IOException {
        assertEquals(Answer.NONE, InstanceSocket.ask(socket(), "show", LONG));
        assertEquals(Answer.NONE, InstanceSocket.ask(folder.resolve("no").resolve("folder"), "show", LONG));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void aRunningInstanceDoesWhatItIsAskedFor() {
        try (InstanceSocket _ = listen()) {
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
            assertEquals(Answer.DECLINED, InstanceSocket.ask(socket(), "something else", LONG));
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
            assertEquals(List.of("show", "something else", "show"), heard);
        }
    }

    @Test
    void aCheckIsAnsweredWithoutDoingAnything() {
        try (InstanceSocket _ = listen()) {
            assertEquals(Answer.DECLINED, InstanceSocket.ask(socket(), InstanceSocket.CHECK, LONG));
            assertEquals(List.of(), heard);
        }
    }

    @Test
    void anInstanceThatHasEndedLeavesNothing() {
        listen().close();
        assertFalse(Files.exists(socket(), LinkOption.NOFOLLOW_LINKS));
        assertEquals(Answer.NONE, InstanceSocket.ask(socket(), "show", LONG));
    }

    @Test
    void theSocketOfAKilledInstanceIsReplaced() throws IOException {
        try (ChildProcess killed = ChildProcess.start(ListeningProcess.class, socket().toString())) {
            killed.awaitLine(ListeningProcess.LISTENING);
        }
        assertTrue(Files.exists(socket(), LinkOption.NOFOLLOW_LINKS));
        assertEquals(Answer.NONE, InstanceSocket.ask(socket(), "show", LONG));
        InstanceSocket.deleteStale(socket());
        try (InstanceSocket _ = listen()) {
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
        }
    }

    @Test
    void anInstanceThatHangsIsNotWaitedForAndIsReplaced() throws IOException {
        try (ServerSocketChannel hanging = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hanging.bind(UnixDomainSocketAddress.of(socket()));
            assertEquals(Answer.NONE, InstanceSocket.ask(socket(), "show", SHORT));
            InstanceSocket.deleteStale(socket());
            try (InstanceSocket _ = listen()) {
                assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
            }
        }
    }

    @Test
    void anInstanceThatWasReplacedLeavesTheOtherOnesSocket() {
        InstanceSocket hanging = listen();
        InstanceSocket.deleteStale(socket());
        try (InstanceSocket _ = listen()) {
            hanging.close();
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
        }
    }

    @Test
    void aPeerThatSaysNothingKeepsNoOtherWaiting() throws IOException {
        try (InstanceSocket _ = listen(); SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
        }
    }

    @Test
    void aPeerThatLeavesAtOnceStopsNothing() throws IOException {
        try (InstanceSocket _ = listen()) {
            SocketChannel.open(UnixDomainSocketAddress.of(socket())).close();
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {511, 512, 513, 100_000})
    void onlyTheBeginningOfALongRequestIsRead(int length) {
        try (InstanceSocket _ = listen()) {
            assertTrue(InstanceSocket.ask(socket(), "x".repeat(length), LONG) != Answer.DONE);
            assertTrue(heard.getFirst().length() <= 512);
        }
    }

    @Test
    void onlyTheOwnerMayConnect() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        try (InstanceSocket _ = listen()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
        }
    }

    @Test
    void whereNoSocketCanBeCreatedNoneListens() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(Optional.empty(), InstanceSocket.listen(file.resolve("socket"), _ -> true));
        assertEquals(Optional.empty(), InstanceSocket.listen(folder.resolve("missing").resolve("socket"), _ -> true));
        Path tooLong = folder.resolve("a".repeat(120));
        assertEquals(Optional.empty(), InstanceSocket.listen(tooLong, _ -> true));
        assertFalse(Files.exists(tooLong));
    }

    @Test
    void onlyOneInstanceListens() {
        try (InstanceSocket _ = listen()) {
            assertEquals(Optional.empty(), InstanceSocket.listen(socket(), _ -> false));
            assertEquals(Answer.DONE, InstanceSocket.ask(socket(), "show", LONG));
        }
    }

    @Test
    void aFileThatIsNoSocketAnswersNothing() throws IOException {
        Files.writeString(socket(), "not a socket");
        assertEquals(Answer.NONE, InstanceSocket.ask(socket(), "show", LONG));
    }

    private InstanceSocket listen() {
        return InstanceSocket.listen(socket(), request -> {
            heard.add(request);
            return request.equals("show");
        }).orElseThrow();
    }

    private Path socket() {
        return folder.resolve("socket");
    }
}
