import java.awt.AWTException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts each program once a round, in turn, since what else the machine does differs more from minute to minute than the
 * programs do. The first round is not counted: in it the pictures are taken by which the others are timed
 * ({@link BenchPictures}), and the files come into memory.
 *
 * <p>Run by {@link Benchmark}, on the screen that DISPLAY names: {@code java packaging/BenchRounds.java WORK TABLE ROUNDS}.
 * Without arguments it only looks whether it can see that screen.
 */
final class BenchRounds {
    private static final int TRIES = 10;

    private BenchRounds() {}

    public static void main(String[] arguments) throws IOException, AWTException, InterruptedException {
        BenchScreen screen = new BenchScreen();
        if (arguments.length == 0) {
            return;
        }
        Path work = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[2]);
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        Map<BenchPrograms, BenchPictures> pictures = new EnumMap<>(BenchPrograms.class);
        for (BenchPrograms program : BenchPrograms.values()) {
            pictures.put(program, pictures(program, work, screen));
        }
        Map<BenchPrograms, List<BenchStart.Figures>> figures = new EnumMap<>(BenchPrograms.class);
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < BenchPrograms.values().length; turn++) {
                // Another one goes first each time.
                BenchPrograms program = BenchPrograms.values()[(round + turn) % BenchPrograms.values().length];
                try (BenchStart start = new BenchStart(program, work, screen)) {
                    BenchStart.Figures measured = start.measure(pictures.get(program));
                    figures.computeIfAbsent(program, _ -> new ArrayList<>()).add(measured);
                    System.out.println("Round " + (round + 1) + ": " + program.title() + " " + measured);
                }
            }
        }
        String table = BenchTable.of(figures, work, load);
        Files.writeString(Path.of(arguments[1]), table);
        System.out.println(table);
    }

    private static BenchPictures pictures(BenchPrograms program, Path work, BenchScreen screen)
            throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            System.out.println("Taking pictures of: " + program.title());
            try (BenchStart _ = new BenchStart(program, work, screen)) {
                Optional<BenchPictures> taken = BenchPictures.take(screen, work.resolve(program + "-"));
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
        }
        throw new IllegalStateException("This machine is too busy to measure anything on it");
    }
}
