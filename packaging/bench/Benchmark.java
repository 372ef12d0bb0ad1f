package bench;

import installer.Commands;
import installer.VirtualDisplay;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares the installed Keyturn with the smallest JavaFX window ({@code bench/BareWindow.java}) packaged the usual way: time
 * until the first page is drawn and a key has moved the focus, memory, and size. {@link MeasuredProgram} builds what is
 * compared, {@link MeasurementRounds} measures it on an Xvfb of its own, {@link ResultTable} says what came out. A target that is
 * missed fails nothing: the machine may have been busy, and the table says by how much.
 *
 * <p>Run by {@code mvn -Pbench verify}, in the project's folder, on Linux: {@code java packaging/bench/Benchmark.java TIME CLASSPATH
 * INSTALLER OUTPUT ROUNDS}, after InstallerBuilder with the same TIME and CLASSPATH has filled the folder INSTALLER. Without
 * arguments it only looks whether all that it needs is there.
 */
final class Benchmark {
    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            System.err.println("The benchmark needs what is missing here: " + String.join(", ", missing) + ".");
            System.exit(1);
        }
        if (arguments.length == 0) {
            onScreen(List.of());
            return;
        }
        Path output = Path.of(arguments[3]).toAbsolutePath();
        Path work = output.resolve("work");
        Commands.delete(work);
        Files.createDirectories(work);
        List<Path> libraries = Stream.of(arguments[1].split(File.pathSeparator)).map(Path::of).toList();
        MeasuredProgram.make(Path.of(arguments[2]).toAbsolutePath(), libraries, work, FileTime.from(Instant.parse(arguments[0])));
        onScreen(List.of(work.toString(), output.resolve("starts.md").toString(), arguments[4]));
    }

    /** What has to be installed, each with the Debian package that brings it. */
    private static List<String> missing() {
        if (!Commands.onLinux()) {
            return List.of("Linux");
        }
        List<String> missing = new ArrayList<>();
        Map.of("Xvfb", "xvfb", "dpkg-deb", "dpkg").forEach((program, from) -> {
            if (!Commands.isThere(program)) {
                missing.add(program + " (Debian package " + from + ")");
            }
        });
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("libgtk-3.so.0", "libgtk-3-0 or libgtk-3-0t64");
        libraries.put("libXtst.so.6", "libxtst6");
        libraries.put("libXi.so.6", "libxi6");
        libraries.put("libXrender.so.1", "libxrender1");
        try (Arena arena = Arena.ofConfined()) {
            libraries.forEach((library, from) -> {
                try {
                    SymbolLookup.libraryLookup(library, arena);
                } catch (IllegalArgumentException notThere) {
                    missing.add(library + " (Debian package " + from + ")");
                }
            });
        }
        return missing;
    }

    /** Runs the rounds in a JVM of their own, since AWT finds its screen in the environment only. */
    private static void onScreen(List<String> arguments) throws IOException {
        try (VirtualDisplay screen = VirtualDisplay.open().orElseThrow()) {
            List<String> rounds = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=false", "-Dawt.robot.gtk=false", Path.of("packaging", "bench", "MeasurementRounds.java").toString()));
            rounds.addAll(arguments);
            Commands.run(rounds, screen.environment());
        }
    }
}
