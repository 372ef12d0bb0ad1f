package app.keyturn.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The results of {@link SaveBench} as Markdown. */
final class SaveBenchTable {
    /** Allowed time beyond the calls. */
    private static final double TARGET = 1.3;

    private final List<String> totals = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    /**
     * Adds what was measured in one case.
     *
     * @param sync state of the sync before
     * @param latency added to each call
     */
    void add(String sync, Duration latency, List<TimedSave> saves) {
        double duration = median(saves, TimedSave::duration);
        double sum = median(saves, TimedSave::sum);
        List<Double> all = saves.stream().map(TimedSave::duration).map(SaveBenchTable::millis).sorted().toList();
        double over = duration - TARGET * sum;
        int others = saves.stream().mapToInt(TimedSave::others).max().orElse(0);
        String head = "| " + sync + " | " + latency.toMillis() + " ms ";
        totals.add(head + "| " + saves.getFirst().calls().size() + (others == 0 ? "" : " and " + others + " more")
                + String.format(Locale.ROOT, " | %.0f ms | %.0f ms (%.0f to %.0f) | %.2f ", sum, duration,
                        all.getFirst(),
                        all.getLast(),
                        duration / sum)
                + (over <= 0
                        ? String.format(Locale.ROOT, "| yes |")
                        : String.format(Locale.ROOT, "| no, %.0f ms over |", over)));
        parts.add(head + String.format(Locale.ROOT, "| %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |",
                median(saves, TimedSave::beforeTheCalls), sum, median(saves, TimedSave::betweenTheCalls),
                median(saves, TimedSave::untilLaidOut), median(saves, TimedSave::untilShown)));
        List<String> each = new ArrayList<>();
        for (RequiredCall call : saves.getFirst().calls().keySet()) {
            each.add(String.format(Locale.ROOT, "%s %.1f ms", call.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    median(saves, save -> save.duration(call))));
        }
        calls.add(head + "| " + String.join(", ", each) + " |");
    }

    String text() {
        return """
                | sync before | each call waits | calls | their sum | *Test and save* to green (range) | ratio | at most 1.3 |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                Where the time goes:

                | sync before | each call waits | to the first call | the calls | between them | to the green page | to the screen |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                | sync before | each call waits | the calls |
                | --- | --- | --- |
                %s

                Medians, each by itself.
                """
                .formatted(String.join("\n", totals), String.join("\n", parts), String.join("\n", calls));
    }

    private static double median(List<TimedSave> saves, Function<TimedSave, Duration> of) {
        List<Double> sorted = saves.stream().map(of).map(SaveBenchTable::millis).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
