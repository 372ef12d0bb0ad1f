package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with the runtime (the program is part of it), its AOT cache and a launcher, which runs wherever it is put.
 * jpackage creates it, except on Linux: there jpackage's launcher first calls rpm and dpkg twice each, to find out
 * which package it belongs to, and that is a quarter of the start. A shell script does without.
 */
public final class AppImage {
    public static final String CACHE = "keyturn.aot";
    static final String SUMMARY = "Renews the yearly token between Apple and Microsoft Entra ID";
    static final String MAIN = ProgramModule.NAME + "/app.keyturn.Keyturn";
    private static final String NAME = "Keyturn";
    /**
     * The collector and the compiler that start fastest and need the least memory. FXML calls each method once, so no
     * code is generated for its reflective calls; the JDK may drop that property, and then only the start is slower. No
     * file with performance data goes into the temporary folder, where others could read it.
     */
    private static final List<String> JAVA_OPTIONS = List.of("--enable-native-access=javafx.graphics",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.reflect.useNativeAccessorOnly=true",
            "-XX:-UsePerfData");
    /** On Linux, graphics drivers cost more memory and time than a form gains from them. Not measured elsewhere. */
    private static final String SOFTWARE_RENDERING = "-Dprism.order=sw";
    /** A copy of {@code java} under the program's name, which is what a list of processes then shows. */
    private static final Path EXECUTABLE = Path.of("lib/runtime/bin", NAME);
    private static final String CACHE_OPTION = "-XX:AOTCache=";
    private static final String LINUX_CACHE_OPTION = " \"" + CACHE_OPTION + "$folder/lib/app/" + CACHE + "\"";

    private AppImage() {}

    /** The Java options on the system of the build, without the one that names the cache. */
    public static List<String> javaOptions() {
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        if (HostSystem.isLinux()) {
            options.add(SOFTWARE_RENDERING);
        }
        return List.copyOf(options);
    }

    /**
     * Creates the image.
     *
     * @param input the files that lie beside the runtime: cache and licences
     * @param runtime the runtime, with the program in it
     * @param output gets the image in a folder
     * @return that folder
     */
    static Path create(String version, Path input, Path runtime, Path output) throws IOException {
        if (HostSystem.isLinux()) {
            return createLinux(input, runtime, output.resolve(NAME));
        }
        List<String> arguments = new ArrayList<>(
                List.of("--type", "app-image", "--name", NAME, "--app-version", version, "--vendor", NAME, "--input",
                        input.toString(), "--module", MAIN, "--runtime-image", runtime.toString(), "--dest",
                        output.toString(), "--icon", HostSystem.isMac() ? "icons/keyturn.icns" : "icons/keyturn.ico"));
        if (HostSystem.isMac()) {
            arguments.addAll(List.of("--mac-package-identifier", "app.keyturn"));
        }
        javaOptions().forEach(option -> arguments.addAll(List.of("--java-options", option)));
        // The empty class path overrides the variable CLASSPATH.
        arguments.addAll(
                List.of("--java-options", CACHE_OPTION + "$APPDIR/" + CACHE, "--java-options", "-Djava.class.path="));
        Commands.jdkTool("jpackage", arguments);
        return output.resolve(HostSystem.isMac() ? NAME + ".app" : NAME);
    }

    /** The same Linux launcher without the cache. */
    public static String withoutCache(String launcher) {
        return launcher.replace(LINUX_CACHE_OPTION, "");
    }

    private static Path createLinux(Path input, Path runtime, Path image) throws IOException {
        Files.createDirectories(image.resolve("lib"));
        FileTree.copy(input, image.resolve("lib/app"));
        FileTree.copy(runtime, image.resolve("lib/runtime"));
        Files.copy(image.resolve("lib/runtime/bin/java"), image.resolve(EXECUTABLE));
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve(NAME);
        Files.writeString(launcher, linuxLauncher());
        for (Path program : List.of(launcher, image.resolve(EXECUTABLE))) {
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        }
        return image;
    }

    private static String linuxLauncher() {
        return """
                #!/bin/sh
                # Starts Keyturn with the Java runtime beside it. Variables that are meant for the command java do not apply.
                unset JDK_JAVA_OPTIONS CLASSPATH
                folder=$(readlink -f -- "$0") || exit
                folder=${folder%%/bin/*}
                exec "$folder/%s" %s -m %s "$@"
                """.formatted(EXECUTABLE, String.join(" ", javaOptions()) + LINUX_CACHE_OPTION, MAIN);
    }
}
