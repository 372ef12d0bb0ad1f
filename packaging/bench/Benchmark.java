package bench;

import installer.Commands;
import installer.FileTree;
import installer.TargetSystem;
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
import java.util.regex.Pattern;

/**
 * Compares the installed Keyturn with the smallest JavaFX window ({@link BareWindow}), packaged the usual way: time
 * until the first page is drawn and a key press has moved the focus, memory, and size. {@link MeasuredProgram} builds
 * what is compared, {@link MeasurementRounds} measures it on a virtual display, {@link ResultTable} prints the results.
 * A missed target fails nothing, since the machine may have been busy; the table says by how much.
 *
 * <p>Runs on Linux only, in the project's folder.
 */
final class Benchmark {
    /** Programs by the Debian package that has them. */
    private static final Map<String, String> PROGRAMS = inOrder("Xvfb", "xvfb", "dpkg-deb", "dpkg");
    /** Native libraries by the Debian package that has them. */
    private static final Map<String, String> LIBRARIES = inOrder("libgtk-3.so.0", "libgtk-3-0 or libgtk-3-0t64",
            "libXtst.so.6", "libxtst6", "libXi.so.6", "libxi6", "libXrender.so.1", "libxrender1");

    private Benchmark() {}

    /**
     * Runs the benchmark after the installer was built; without arguments only checks whether all that it needs is
     * installed.
     *
     * @param arguments TIME and CLASSPATH as the installer was built with, the folders INSTALLER and OUTPUT, ROUNDS
     */
    public static void main(String[] arguments) throws IOException {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            System.err.println("The benchmark needs what is not installed here: " + String.join(", ", missing) + ".");
            System.exit(1);
        }
        if (arguments.length == 0) {
            runRounds(List.of());
            return;
        }
        Path output = Path.of(arguments[3]).toAbsolutePath();
        Path work = output.resolve("work");
        FileTree.delete(work);
        Files.createDirectories(work);
        List<Path> libraries = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(arguments[1])
                .map(Path::of)
                .toList();
        MeasuredProgram.buildAll(Path.of(arguments[2]).toAbsolutePath(), libraries, work,
                FileTime.from(Instant.parse(arguments[0])));
        runRounds(List.of(work.toString(), output.resolve("starts.md").toString(), arguments[4]));
    }

    private static List<String> missing() {
        if (TargetSystem.host() != TargetSystem.LINUX) {
            return List.of("Linux");
        }
        List<String> missing = new ArrayList<>();
        PROGRAMS.forEach((program, debian) -> {
            if (!Commands.isInstalled(program)) {
                missing.add(program + " (Debian package " + debian + ")");
            }
        });
        LIBRARIES.forEach((library, debian) -> {
            if (!canLoad(library)) {
                missing.add(library + " (Debian package " + debian + ")");
            }
        });
        return missing;
    }

    @SuppressWarnings("restricted")
    private static boolean canLoad(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }

    /** In a JVM of its own, since AWT finds its display in the environment only. */
    private static void runRounds(List<String> arguments) throws IOException {
        try (VirtualDisplay display = VirtualDisplay.open().orElseThrow()) {
            Commands.java(List.of("-Djava.awt.headless=false", "-Dawt.robot.gtk=false"), MeasurementRounds.class,
                    arguments, display.environment());
        }
    }

    private static Map<String, String> inOrder(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
