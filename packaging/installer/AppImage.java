package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program, which is part of its runtime, with its cache of classes and a launcher, in one folder that can lie anywhere.
 * jpackage makes it, except on Linux: jpackage's launcher for Linux asks rpm and dpkg, twice each, which package it belongs to
 * before it starts anything, and that is a quarter of the whole start. A few lines of shell do without.
 */
public final class AppImage {
    public static final String CACHE = "keyturn.aot";
    static final String MAIN = ProgramModule.NAME + "/app.keyturn.Keyturn";
    private static final String NAME = "Keyturn";
    /**
     * For a form of six pages: the collector and the compiler that start fastest and take the least memory, no code made for
     * each method that FXML calls by reflection once (a property that the JDK does not promise to keep; without it the start is
     * slower, and nothing else), and no file of counters in the folder for temporary files, where others could read it.
     */
    private static final List<String> JAVA = List.of("--enable-native-access=javafx.graphics", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Djdk.reflect.useNativeAccessorOnly=true", "-XX:-UsePerfData");
    /** On Linux the drivers for a graphics card cost more memory and time than a form gains; elsewhere nobody measured it. */
    private static final String DRAWN_BY_SOFTWARE = "-Dprism.order=sw";
    /** Where its own process is named after it, and not after Java. */
    private static final Path PROGRAM = Path.of("lib/runtime/bin", NAME);
    private static final String LAUNCHER = """
            #!/bin/sh
            # Starts Keyturn with the Java that lies beside it, wherever both lie, and without what is meant for the command java.
            unset JDK_JAVA_OPTIONS CLASSPATH
            folder=$(readlink -f -- "$0") || exit
            folder=${folder%%/bin/*}
            exec "$folder/%s" %s -m %s "$@"
            """;
    private static final String CACHE_OPTION = "-XX:AOTCache=";
    private static final String LINUX_CACHE_OPTION = " \"" + CACHE_OPTION + "$folder/lib/app/" + CACHE + "\"";

    private AppImage() {}

    /** What Java is told on the system it is built on, beside the place of the cache. */
    public static List<String> options() {
        List<String> options = new ArrayList<>(JAVA);
        if (Commands.onLinux()) {
            options.add(DRAWN_BY_SOFTWARE);
        }
        return List.copyOf(options);
    }

    /**
     * Makes it.
     *
     * @param input what lies beside the program: its cache, the licences
     * @param runtime with the program in it
     * @param output gets it in a folder
     * @return that folder
     */
    static Path make(String version, Path input, Path runtime, Path output) throws IOException {
        if (Commands.onLinux()) {
            return linux(input, runtime, output.resolve(NAME));
        }
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", version, "--vendor",
                NAME, "--input", input.toString(), "--module", MAIN, "--runtime-image", runtime.toString(), "--dest",
                output.toString(), "--icon", Commands.onMac() ? "icons/keyturn.icns" : "icons/keyturn.ico"));
        if (Commands.onMac()) {
            arguments.addAll(List.of("--mac-package-identifier", "app.keyturn"));
        }
        options().forEach(option -> arguments.addAll(List.of("--java-options", option)));
        // Nothing beside the module, whatever CLASSPATH says.
        arguments.addAll(List.of("--java-options", CACHE_OPTION + "$APPDIR/" + CACHE, "--java-options", "-Djava.class.path="));
        Commands.jdk("jpackage", arguments);
        return output.resolve(Commands.onMac() ? NAME + ".app" : NAME);
    }

    /** A launcher for Linux as it would be if there were no cache. */
    public static String withoutCache(String launcher) {
        return launcher.replace(LINUX_CACHE_OPTION, "");
    }

    private static Path linux(Path input, Path runtime, Path image) throws IOException {
        Files.createDirectories(image.resolve("lib"));
        Commands.copy(input, image.resolve("lib/app"));
        Commands.copy(runtime, image.resolve("lib/runtime"));
        Files.copy(image.resolve("lib/runtime/bin/java"), image.resolve(PROGRAM));
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve(NAME);
        Files.writeString(launcher, LAUNCHER.formatted(PROGRAM, String.join(" ", options()) + LINUX_CACHE_OPTION, MAIN));
        for (Path program : List.of(launcher, image.resolve(PROGRAM))) {
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made a program");
            }
        }
        return image;
    }
}
