package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.Arguments;
import app.keyturn.Keyturn;
import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.WindowProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start that the packaging trains its caches with. */
class FirstPageIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void theFirstPageIsShownAndTheProgramExitsWithoutOutput() throws IOException, InterruptedException {
        Process program = WindowProcess.start(Keyturn.class, folder, Arguments.FIRST_PAGE);
        try (ChildProcess started = ChildProcess.of(program)) {
            assertEquals(List.of(), started.rest());
            assertEquals(0, program.waitFor());
        }
    }
}
