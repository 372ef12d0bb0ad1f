package bench;

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
 * ({@link ReferencePixels}), and the files come into memory.
 *
 * <p>Run by {@link Benchmark}, on the screen that DISPLAY names: {@code java packaging/bench/MeasurementRounds.java WORK TABLE ROUNDS}.
 * Without arguments it only looks whether it can see that screen.
 */
final class MeasurementRounds {
    private static final int TRIES = 10;

    private MeasurementRounds() {}

    public static void main(String[] arguments) throws IOException, AWTException, InterruptedException {
        ScreenRobot screen = new ScreenRobot();
        if (arguments.length == 0) {
            return;
        }
        Path work = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[2]);
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        Map<MeasuredProgram, ReferencePixels> pictures = new EnumMap<>(MeasuredProgram.class);
        for (MeasuredProgram program : MeasuredProgram.values()) {
            pictures.put(program, pictures(program, work, screen));
        }
        Map<MeasuredProgram, List<ProgramStart.Measurement>> figures = new EnumMap<>(MeasuredProgram.class);
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < MeasuredProgram.values().length; turn++) {
                // Another one goes first each time.
                MeasuredProgram program = MeasuredProgram.values()[(round + turn) % MeasuredProgram.values().length];
                try (ProgramStart start = new ProgramStart(program, work, screen)) {
                    ProgramStart.Measurement measured = start.measure(pictures.get(program));
                    figures.computeIfAbsent(program, _ -> new ArrayList<>()).add(measured);
                    System.out.println("Round " + (round + 1) + ": " + program.title() + " " + measured);
                }
            }
        }
        String table = ResultTable.of(figures, work, load);
        Files.writeString(Path.of(arguments[1]), table);
        System.out.println(table);
    }

    private static ReferencePixels pictures(MeasuredProgram program, Path work, ScreenRobot screen)
            throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            System.out.println("Taking pictures of: " + program.title());
            try (ProgramStart _ = new ProgramStart(program, work, screen)) {
                Optional<ReferencePixels> taken = ReferencePixels.take(screen, work.resolve(program + "-"));
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
        }
        throw new IllegalStateException("This machine is too busy to measure anything on it");
    }
}
