import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program with its runtime and a launcher, in one folder that can lie anywhere; made by jpackage. */
final class AppImage {
    private static final String NAME = "Keyturn";
    private static final String MAIN = "app.keyturn.Keyturn";
    private static final String CACHE = "keyturn.aot";
    /**
     * For a form of six pages: the collector and the compiler that start fastest and take the least memory, and no file of
     * counters in the folder for temporary files, where others could read it. The first three have to be the same when
     * the cache is trained.
     */
    private static final List<String> JAVA = List.of("--enable-native-access=javafx.graphics", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
    /** On Linux the drivers for a graphics card cost more memory and time than a form gains; elsewhere nobody measured it. */
    private static final String DRAWN_BY_SOFTWARE = "-Dprism.order=sw";

    private AppImage() {}

    /**
     * Makes it.
     *
     * @param input the jars
     * @param runtime with its {@code bin/java}
     * @param output gets it in a folder
     * @return that folder
     */
    static Path make(String version, Path input, Path runtime, Path output) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", version, "--vendor",
                NAME, "--input", input.toString(), "--main-jar", "keyturn.jar", "--main-class", MAIN, "--runtime-image",
                runtime.toString(), "--dest", output.toString()));
        List<String> options = new ArrayList<>(JAVA);
        if (Tools.onLinux()) {
            options.add(DRAWN_BY_SOFTWARE);
            options.add("-XX:AOTCache=$APPDIR/" + CACHE);
        }
        arguments.addAll(List.of("--icon", icon()));
        if (Tools.onMac()) {
            arguments.addAll(List.of("--mac-package-identifier", "app.keyturn"));
        }
        options.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        Tools.jdk("jpackage", arguments);
        return output.resolve(Tools.onMac() ? NAME + ".app" : NAME);
    }

    private static String icon() {
        return Tools.onWindows() ? "icons/keyturn.ico" : Tools.onMac() ? "icons/keyturn.icns" : "src/main/resources/app/keyturn/icons/keyturn-256.png";
    }

    /** Where jpackage puts the jars and what belongs to them. */
    static Path resources(Path image) {
        return image.resolve(Tools.onMac() ? "Contents/app" : Tools.onWindows() ? "app" : "lib/app");
    }

    /**
     * Trains the cache of classes that are loaded and linked ahead of time (JEP 483, JEP 514) with the packaged runtime, up to
     * the first page: longer training makes it twice as large and the start no faster. Java refuses the cache, without a
     * word, if a jar's time differs from what it was here; so nothing may touch the jars afterwards, jpackage above all, which
     * is why this is done on Linux only, where the packages are ours.
     *
     * <p>Where there is a screen to be had, as people have one: else JavaFX's way to their screen is not in the cache, and
     * the start a twentieth slower.
     *
     * @param home stands in for a person's home, so that the builder's own settings do not count
     */
    static void train(Path image, Path home) throws IOException {
        Files.createDirectories(home);
        Path cache = resources(image).resolve(CACHE);
        Optional<XScreen> screen = XScreen.open();
        if (screen.isPresent()) {
            try (XScreen open = screen.get()) {
                train(image, home, List.of(), open.environment());
            } catch (IllegalStateException noGtk) {
                System.err.println("JavaFX cannot open a window here (" + noGtk.getMessage() + ")");
                // Java writes what it has learned however a program ends.
                Files.deleteIfExists(cache);
            }
        }
        if (!Files.exists(cache)) {
            System.err.println("The cache is trained without a screen; Xvfb and GTK 3 would make it better.");
            train(image, home, List.of("-Dglass.platform=Headless"), Map.of());
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training left no " + CACHE);
        }
    }

    private static void train(Path image, Path home, List<String> more, Map<String, String> screen) throws IOException {
        Path app = resources(image);
        List<String> command = new ArrayList<>();
        command.add(image.resolve("lib/runtime/bin/java").toString());
        command.add("-XX:AOTCacheOutput=" + app.resolve(CACHE));
        command.addAll(JAVA);
        command.add(DRAWN_BY_SOFTWARE);
        command.addAll(more);
        command.addAll(List.of("-Duser.home=" + home, "-cp", classPath(app), MAIN, "--first-page"));
        String at = home.toString();
        Map<String, String> environment = new HashMap<>(screen);
        environment.putAll(Map.of("HOME", at, "XDG_CONFIG_HOME", at, "XDG_DATA_HOME", at, "XDG_STATE_HOME", at, "XDG_CACHE_HOME", at,
                "LC_ALL", "C.UTF-8"));
        Tools.run(command, environment);
    }

    /** In the launcher's own order, as jpackage wrote it down: another order is another cache. */
    private static String classPath(Path app) throws IOException {
        String key = "app.classpath=$APPDIR/";
        return String.join(":", Files.readAllLines(app.resolve(NAME + ".cfg")).stream().filter(line -> line.startsWith(key))
                .map(line -> app.resolve(line.substring(key.length())).toString()).toList());
    }
}
