package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.Keyturn;
import app.keyturn.platform.InstanceSocket;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.WindowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The process is asked to end, as at the end of a session, without its window being closed. */
class EndSignalIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void theEndIsLoggedAndNothingIsLeftBehind() throws Exception {
        assumeTrue(OperatingSystem.current() == OperatingSystem.OTHER, "Windows kills a process that is to end");
        Process program = WindowProcess.start(Keyturn.class, folder);
        try (ChildProcess _ = ChildProcess.of(program)) {
            Path data = folder.resolve("home").resolve("keyturn");
            Path socket = data.resolve(".keyturn-window.socket");
            // The file is there a moment before anybody listens.
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> InstanceSocket.ask(socket, InstanceSocket.CHECK,
                    Duration.ofSeconds(2)) != InstanceSocket.Answer.NONE);
            program.destroy();
            assertTrue(program.waitFor(1, TimeUnit.MINUTES));
            assertTrue(log(data).getLast().endsWith(" ended"), () -> "the log ends otherwise");
            assertEquals(1, log(data).stream().filter(line -> line.endsWith(" ended")).count());
            assertFalse(Files.exists(socket, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static List<String> log(Path data) throws IOException {
        return Files.readAllLines(data.resolve("log").resolve("keyturn-0-0.log"));
    }
}
