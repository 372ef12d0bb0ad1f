package app.keyturn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while the new token is on its way to Microsoft, and started again. */
class KilledSaveIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;
    private @Nullable Process running;

    @AfterEach
    void endIt() throws InterruptedException {
        kill();
    }

    @Test
    void theNextStartTellsOfASaveThatWasCutOff() throws Exception {
        assertEquals(List.of(KilledSave.SILENT), life(KilledSave.LOOK));
        BufferedReader said = start(KilledSave.RENEW);
        assertEquals(KilledSave.ON_ITS_WAY, said.readLine());
        kill();

        String sentence = life(KilledSave.LOOK).getFirst();
        assertTrue(sentence.matches("Keyturn was stopped while it was saving, on .+ for Maple Street School\\. "
                + "Both tokens still work\\. Paste the new one again to finish\\."), sentence);
        assertEquals(List.of(), tokensBelow(folder));
    }

    /** All that a whole life says. */
    private List<String> life(String which) throws IOException, InterruptedException {
        List<String> said = start(which).lines().toList();
        Process ended = running;
        assertTrue(ended != null && ended.waitFor(1, TimeUnit.MINUTES) && ended.exitValue() == 0,
                String.join("\n", said));
        return said;
    }

    private BufferedReader start(String which) throws IOException {
        Process started = OwnProcess.start(KilledSave.class, folder, which);
        running = started;
        return started.inputReader(UTF_8);
    }

    private void kill() throws InterruptedException {
        Process started = running;
        if (started != null) {
            assertTrue(started.destroyForcibly().waitFor(1, TimeUnit.MINUTES));
        }
    }

    private static List<Path> tokensBelow(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).filter(KilledSaveIT::holdsAToken).toList();
        }
    }

    private static boolean holdsAToken(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains("PRACTICE-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
