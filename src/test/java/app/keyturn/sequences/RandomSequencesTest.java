package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.fail;

import app.keyturn.sequences.Walk.Move;
import app.keyturn.sequences.Walk.What;
import app.keyturn.testkit.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of renewals at random. {@code -Dkeyturn.sequences=5000} walks more of them, and
 * {@code -Dkeyturn.moves="0 PORTAL 1, 0 NEXT 0"} one that was printed by a failure.
 */
class RandomSequencesTest {
    private static final int SEQUENCES = Integer.getInteger("keyturn.sequences", 300);
    private static final int MOVES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;
    private int walked;

    @Test
    void afterEachStepOfAnySequenceTheRulesHoldAndTheRecordsAreTrue() throws IOException {
        String given = System.getProperty("keyturn.moves");
        if (given != null) {
            new Walk(newFolder()).run(Arrays.stream(given.split(",")).map(Move::parse).toList());
            return;
        }
        Random random = new Random(Seed.of(RandomSequencesTest.class));
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            List<Move> moves = moves(random);
            if (failure(moves) != null) {
                List<Move> shortest = shortened(moves);
                AssertionError problem = fails(shortest);
                fail("Sequence " + sequence + ", shortened: -Dkeyturn.moves=\""
                        + shortest.stream().map(Move::toString).collect(Collectors.joining(", ")) + "\"\n"
                        + problem.getMessage(), problem);
            }
        }
    }

    /** Whole renewals, with anything else between their steps. */
    private static List<Move> moves(Random random) {
        List<Move> moves = new ArrayList<>();
        while (moves.size() < MOVES) {
            int window = random.nextInt(5) == 0 ? 1 : 0;
            if (random.nextInt(4) == 0) {
                for (What what : List.of(What.PORTAL, What.NEXT, What.NEXT, What.SIGN_IN, What.CHOOSE, What.NEXT,
                        What.PASTE, What.NEXT, What.SAVE, What.AGREE)) {
                    if (random.nextInt(6) == 0) {
                        moves.add(anything(random, window));
                    }
                    moves.add(new Move(window, what, random.nextInt(1000)));
                }
            } else {
                moves.add(anything(random, window));
            }
        }
        return moves;
    }

    private static Move anything(Random random, int window) {
        return new Move(window, What.values()[random.nextInt(What.values().length)], random.nextInt(1000));
    }

    private @Nullable AssertionError failure(List<Move> moves) throws IOException {
        try {
            new Walk(newFolder()).run(moves);
            return null;
        } catch (AssertionError e) {
            return e;
        } catch (RuntimeException e) {
            return new AssertionError(e.toString(), e);
        }
    }

    private AssertionError fails(List<Move> moves) throws IOException {
        AssertionError error = failure(moves);
        return error == null ? new AssertionError("It does not fail a second time") : error;
    }

    /** Leaves out moves as long as it fails, for the same reason or another. */
    private List<Move> shortened(List<Move> failing) throws IOException {
        List<Move> moves = new ArrayList<>(failing);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int place = moves.size() - 1; place >= 0; place--) {
                List<Move> fewer = new ArrayList<>(moves);
                fewer.remove(place);
                if (failure(fewer) != null) {
                    moves = fewer;
                    shorter = true;
                }
            }
        }
        return moves;
    }

    private Path newFolder() throws IOException {
        return Files.createDirectory(folder.resolve(String.valueOf(walked++)));
    }
}
