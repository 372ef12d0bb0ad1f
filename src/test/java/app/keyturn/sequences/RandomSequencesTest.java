package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sequences of renewals at random. {@code -Dkeyturn.sequences=5000} walks more of them, and
 * {@code -Dkeyturn.moves="0 PORTAL 1, 0 NEXT 0"} one that was printed by a failure.
 */
class RandomSequencesTest {
    private static final int SEQUENCES = Integer.getInteger("keyturn.sequences", 300);
    private static final int MOVES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void afterEachStepOfAnySequenceTheRulesHoldAndTheRecordsAreTrue() throws IOException {
        RandomWalks walks = new RandomWalks(folder);
        String given = System.getProperty("keyturn.moves");
        if (given != null) {
            walks.walk(InMemoryWalk::new, RandomWalks.given(given));
            return;
        }
        Random random = new Random(Seed.of(RandomSequencesTest.class));
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            walks.require("Sequence " + sequence + ", shortened:", InMemoryWalk::new,
                    RandomWalks.moves(random, MOVES));
        }
        assertTrue(walks.completed > SEQUENCES / 3, "the walks lead to green pages: " + walks.completed);
        assertTrue(walks.offered > SEQUENCES / 10, "the walks lead to the last step: " + walks.offered);
    }
}
