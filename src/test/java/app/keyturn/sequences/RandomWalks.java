package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.fail;

import app.keyturn.sequences.Walk.Move;
import app.keyturn.sequences.Walk.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random lists of steps, each walked on a folder of its own; one that fails is shortened first. */
final class RandomWalks {
    /** More than there is to choose from anywhere. */
    private static final int CHOICES = 5000;

    private static final List<What> RENEWAL = List.of(What.PORTAL, What.NEXT, What.NEXT, What.SIGN_IN, What.CHOOSE,
            What.NEXT, What.PASTE, What.NEXT, What.SAVE, What.AGREE);
    private static final List<What> AFTERWARDS = List.of(What.GO_ON, What.SYNC, What.WATCH, What.RESTART, What.REVOKED,
            What.REMINDER, What.RECEIPT, What.FINISH);
    private static final List<What> LOOKING_AGAIN = List.of(What.SESSION_ENDS, What.WATCH, What.ACT, What.GO_ON,
            What.SIGN_IN, What.CHOOSE, What.NEXT, What.SYNC, What.WATCH, What.REVOKED);
    private static final List<What> AGAIN = List.of(What.ACT, What.CHOOSE, What.NEXT, What.SAVE, What.AGREE);
    private static final List<What> TROUBLE = List.of(What.JOB, What.RUN_OUT, What.RUN_OUT, What.SIGN_IN_FAILS,
            What.STOP_AT, What.FAIL_AT, What.LASTING, What.MEANWHILE, What.KILL_AT, What.KILL_AFTER_PUT,
            What.PUT_ANSWER, What.PUT_ANSWER, What.PUT_ANSWER, What.START_ANSWER, What.OTHERS_SET, What.BY_HAND,
            What.TAKE_TIME, What.SHOWS_ACTIVE);

    private final Path folder;
    private int walked;
    /** The renewals that were completed. */
    int completed;
    /** How often revoking was offered. */
    int offered;

    /** Begins a walk. */
    @FunctionalInterface
    interface WalkStart {
        Walk on(Path folder) throws IOException;
    }

    RandomWalks(Path folder) {
        this.folder = folder;
    }

    /** The steps that a failure printed. */
    static List<Move> given(String printed) {
        return Arrays.stream(printed.split(",", -1)).map(Move::parse).toList();
    }

    /** Walks the steps as they are. */
    void walk(WalkStart newWalk, List<Move> moves) throws IOException {
        try (Walk walk = newWalk.on(newFolder())) {
            walk.run(moves);
        }
    }

    /**
     * Walks the steps, and fails with the shortest of them that fail.
     *
     * @param name of the sequence, with the properties that repeat it
     */
    void require(String name, WalkStart newWalk, List<Move> moves) throws IOException {
        if (failure(newWalk, moves) != null) {
            List<Move> shortest = shortened(newWalk, moves);
            AssertionError problem = fails(newWalk, shortest);
            fail(name + " -Dkeyturn.moves=\""
                    + shortest.stream().map(Move::toString).collect(Collectors.joining(", ")) + "\"\n"
                    + problem.getMessage(), problem);
        }
    }

    /** Whole renewals with what follows them, and with anything else between their steps. */
    static List<Move> moves(Random random, int length) {
        List<Move> moves = new ArrayList<>();
        int both = random.nextInt(2) == 0 ? 2 : 8;
        while (moves.size() < length) {
            int window = random.nextInt(both) == 0 ? 1 : 0;
            switch (random.nextInt(11)) {
                case 0, 1, 2 -> addMost(moves, RENEWAL, window, random);
                case 3, 4 -> addMost(moves, AFTERWARDS, window, random);
                case 5 -> addMost(moves, LOOKING_AGAIN, window, random);
                case 6 -> addMost(moves, AGAIN, window, random);
                case 7 -> {
                    // A window opened later knows what the first one has recorded so far.
                    moves.add(new Move(1 - window, What.CLOSE, 0));
                    moves.add(new Move(1 - window, What.FORGET, random.nextInt(CHOICES)));
                    addMost(moves, AFTERWARDS, window, random);
                }
                case 8 -> {
                    // The same choices lead to the same app.
                    long choices = random.nextLong();
                    addMost(moves, RENEWAL, window, new Random(choices));
                    addMost(moves, RENEWAL, 1 - window, new Random(choices));
                    addMost(moves, AFTERWARDS, window, random);
                }
                case 9 -> moves.add(trouble(random, window));
                default -> moves.add(anything(random, window));
            }
        }
        return moves;
    }

    private static void addMost(List<Move> moves, List<What> usual, int window, Random random) {
        for (What what : usual) {
            switch (random.nextInt(20)) {
                case 0 -> moves.add(anything(random, window));
                case 1 -> moves.add(trouble(random, window));
                default -> {
                }
            }
            if (random.nextInt(30) > 0) {
                moves.add(new Move(window, what, random.nextInt(CHOICES)));
            }
        }
    }

    private static Move trouble(Random random, int window) {
        return new Move(window, TROUBLE.get(random.nextInt(TROUBLE.size())), random.nextInt(CHOICES));
    }

    private static Move anything(Random random, int window) {
        return new Move(window, List.of(What.values()).get(random.nextInt(What.values().length)),
                random.nextInt(CHOICES));
    }

    private @Nullable AssertionError failure(WalkStart newWalk, List<Move> moves) throws IOException {
        try (Walk walk = newWalk.on(newFolder())) {
            walk.run(moves);
            completed += walk.truth().completed;
            offered += walk.truth().offered;
            return null;
        } catch (AssertionError e) {
            return e;
        } catch (RuntimeException e) {
            return new AssertionError(e.toString(), e);
        }
    }

    private AssertionError fails(WalkStart newWalk, List<Move> moves) throws IOException {
        AssertionError error = failure(newWalk, moves);
        return error == null ? new AssertionError("It does not fail a second time") : error;
    }

    /** Leaves out moves as long as it fails, for the same reason or another. */
    private List<Move> shortened(WalkStart newWalk, List<Move> failing) throws IOException {
        List<Move> moves = new ArrayList<>(failing);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int place = moves.size() - 1; place >= 0; place--) {
                List<Move> fewer = new ArrayList<>(moves);
                fewer.remove(place);
                if (failure(newWalk, fewer) != null) {
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
