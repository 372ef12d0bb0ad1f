package bench;

import installer.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results as Markdown: each target and whether it was reached, all measurements, and the machine. */
final class ResultTable {
    private static final double MEGA = 1e6;
    private static final String RULE = "| --- |";

    private final Map<MeasuredProgram, List<ProgramStart.Measurement>> measurements;
    private final Path work;

    ResultTable(Map<MeasuredProgram, List<ProgramStart.Measurement>> measurements, Path work) {
        this.measurements = measurements;
        this.work = work;
    }

    /** Takes the load that the machine had at the beginning. */
    String toMarkdown(String load) throws IOException {
        return targets() + "\n" + all() + "\n" + machine(load);
    }

    private String targets() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| | at most | Keyturn | | without its cache | |");
        lines.add(RULE + " --- | --- | --- | --- | --- |");
        lines.add(target("start, to the bare window", 0.60, MeasuredProgram.BARE, ProgramStart.Measurement::moved));
        lines.add(
                target("start, to the bare window with Keyturn's Java options", 0.80, MeasuredProgram.BARE_SAME_OPTIONS,
                        ProgramStart.Measurement::moved));
        lines.add(target("memory at page one, to the bare window", 1.0, MeasuredProgram.BARE,
                ProgramStart.Measurement::first));
        lines.add(target("memory once warmed up, to the bare window", 1.3, MeasuredProgram.BARE,
                ProgramStart.Measurement::warm));
        double bare = MeasuredProgram.BARE.packedSize(work);
        lines.add(target("`.deb`, to the bare window's", 1.25, "", program -> program.packedSize(work) / bare));
        lines.add(target("`.deb`", 30, " MB", program -> program.packedSize(work) / MEGA));
        return joined(lines);
    }

    private String target(String what, double limit, MeasuredProgram to,
            ToDoubleFunction<ProgramStart.Measurement> figure) throws IOException {
        return target(what, limit, "", program -> median(program, figure) / median(to, figure));
    }

    private String target(String what, double limit, String unit, Size size) throws IOException {
        StringBuilder line = new StringBuilder("| %s | %s%s |".formatted(what, number(limit), unit));
        for (MeasuredProgram program : List.of(MeasuredProgram.KEYTURN, MeasuredProgram.KEYTURN_NO_CACHE)) {
            double value = size.of(program);
            line.append(" %s%s | %s |".formatted(number(value), unit,
                    value <= limit ? "reached" : "missed by " + number(value - limit) + unit));
        }
        return line.toString();
    }

    private String all() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Stream.of(MeasuredProgram.values())
                .map(MeasuredProgram::title)
                .collect(Collectors.joining(" | ", "| | ", " |")));
        lines.add(RULE + " --- |".repeat(MeasuredProgram.values().length));
        lines.add(measured("first page drawn, ms", ProgramStart.Measurement::drawn));
        lines.add(measured("start: a key has moved the focus, ms", ProgramStart.Measurement::moved));
        lines.add(measured("processor time until then, ms", ProgramStart.Measurement::processor));
        lines.add(measured("memory then, MB", it -> it.first() / MEGA));
        lines.add(measured("memory 10 s later, MB", it -> it.warm() / MEGA));
        lines.add(sized("`.deb`, MB", program -> program.packedSize(work)));
        lines.add(sized("installed, MB", program -> program.installedSize(work)));
        return joined(lines);
    }

    private String measured(String what, ToDoubleFunction<ProgramStart.Measurement> figure) {
        return Stream.of(MeasuredProgram.values()).map(program -> {
            double[] sorted = sorted(program, figure);
            String text = "%.0f (%.0f–%.0f)".formatted(median(sorted), sorted[0], sorted[sorted.length - 1]);
            return program == MeasuredProgram.BARE
                    ? text
                    : text + "; %s, %s".formatted(
                            number(median(program, figure) / median(MeasuredProgram.BARE, figure)),
                            number(median(eachToBare(program, figure))));
        }).collect(Collectors.joining(" | ", "| " + what + " | ", " |"));
    }

    private String sized(String what, Size size) throws IOException {
        StringBuilder line = new StringBuilder("| " + what + " |");
        double bare = size.of(MeasuredProgram.BARE);
        for (MeasuredProgram program : MeasuredProgram.values()) {
            double value = size.of(program);
            line.append(
                    " %.1f%s |".formatted(value / MEGA,
                            program == MeasuredProgram.BARE ? "" : "; " + number(value / bare)));
        }
        return line.toString();
    }

    private String machine(String load) throws IOException {
        String system = Files.readString(Path.of("/etc/os-release"))
                .replaceAll("(?s).*PRETTY_NAME=\"([^\"]*)\".*", "$1");
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo"))
                .stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceAll(".*: ", ""))
                .findFirst()
                .orElse("unknown processor");
        String modules = Commands.output(
                MeasuredProgram.KEYTURN.folder(work).resolve("opt/keyturn/lib/runtime/bin/java").toString(),
                "--list-modules");
        return """
                Medians (least–most) of %d starts in turn; after a semicolon, the ratio of the medians to the bare window's, and the
                median of each round's ratio. MB are millions of bytes; memory is `Pss`.

                %d cores of %s, %s, Linux %s, Xvfb, load %s at the beginning. Java %s (%s), JavaFX %s.
                """.formatted(of(MeasuredProgram.BARE).size(), Runtime.getRuntime().availableProcessors(), processor,
                system, System.getProperty("os.version"), load, System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"), modules.replaceAll("(?s).*javafx\\.base@([0-9.]+).*", "$1"));
    }

    private List<ProgramStart.Measurement> of(MeasuredProgram program) {
        return measurements.getOrDefault(program, List.of());
    }

    private double[] eachToBare(MeasuredProgram program, ToDoubleFunction<ProgramStart.Measurement> figure) {
        List<ProgramStart.Measurement> own = of(program);
        List<ProgramStart.Measurement> bare = of(MeasuredProgram.BARE);
        return IntStream.range(0, own.size())
                .mapToDouble(round -> figure.applyAsDouble(own.get(round)) / figure.applyAsDouble(bare.get(round)))
                .sorted()
                .toArray();
    }

    private double[] sorted(MeasuredProgram program, ToDoubleFunction<ProgramStart.Measurement> figure) {
        return of(program).stream().mapToDouble(figure).sorted().toArray();
    }

    private double median(MeasuredProgram program, ToDoubleFunction<ProgramStart.Measurement> figure) {
        return median(sorted(program, figure));
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** A size that is known without starting the program. */
    @FunctionalInterface
    private interface Size {
        double of(MeasuredProgram program) throws IOException;
    }
}
