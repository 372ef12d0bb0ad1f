package bench;

import java.awt.AWTException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts each program once a round, in turn, since the load of a machine differs more from minute to minute than the
 * programs do. A first round is not counted: it finds the {@link ReferencePixels} that time the others, and warms the
 * file cache.
 *
 * <p>Run by {@link Benchmark} on the display that DISPLAY names.
 */
final class MeasurementRounds {
    private static final int MAX_TRIES = 10;

    private final Path work;
    private final ScreenRobot screen;

    private MeasurementRounds(Path work, ScreenRobot screen) {
        this.work = work;
        this.screen = screen;
    }

    /**
     * Measures; without arguments only checks whether it can see the display.
     *
     * @param arguments the folder WORK with the programs, the file RESULTS, the number of ROUNDS
     */
    public static void main(String[] arguments) throws IOException, AWTException, InterruptedException {
        ScreenRobot screen = new ScreenRobot();
        if (arguments.length > 0) {
            Path work = Path.of(arguments[0]);
            String load = Files.readString(Path.of("/proc/loadavg")).replaceAll("(?s) .*", "");
            var measurements = new MeasurementRounds(work, screen).measure(Integer.parseInt(arguments[2]));
            String table = new ResultTable(measurements, work).toMarkdown(load);
            Files.writeString(Path.of(arguments[1]), table);
            System.out.println(table);
        }
    }

    private Map<MeasuredProgram, List<ProgramStart.Measurement>> measure(int rounds)
            throws IOException, InterruptedException {
        Map<MeasuredProgram, ReferencePixels> references = new EnumMap<>(MeasuredProgram.class);
        for (MeasuredProgram program : MeasuredProgram.values()) {
            references.put(program, reference(program));
        }
        Map<MeasuredProgram, List<ProgramStart.Measurement>> measurements = new EnumMap<>(MeasuredProgram.class);
        List<MeasuredProgram> programs = List.of(MeasuredProgram.values());
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < programs.size(); turn++) {
                // Each round begins with another program.
                MeasuredProgram program = programs.get((round + turn) % programs.size());
                try (ProgramStart start = new ProgramStart(program, work, screen)) {
                    ProgramStart.Measurement measurement = start
                            .measure(Objects.requireNonNull(references.get(program)));
                    measurements.computeIfAbsent(program, _ -> new ArrayList<>()).add(measurement);
                    System.out.println("Round " + (round + 1) + ": " + program.title() + " " + measurement);
                }
            }
        }
        return measurements;
    }

    private ReferencePixels reference(MeasuredProgram program) throws IOException, InterruptedException {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            System.out.println("Taking pictures of: " + program.title());
            try (ProgramStart _ = new ProgramStart(program, work, screen)) {
                Optional<ReferencePixels> taken = ReferencePixels.take(screen, work.resolve(program + "-"));
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
        }
        throw new IllegalStateException("This machine is too busy for a benchmark");
    }
}
