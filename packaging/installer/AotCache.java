package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Java's cache of classes that are loaded and linked ahead of time (JEP 483, JEP 514). It is valid with the runtime
 * that trained it, wherever that lies and whatever times its files have; with any other, Java ignores it without a
 * message.
 */
final class AotCache {
    /** Training takes a second or two, but on some systems a program waits for ever if it cannot open a window. */
    private static final int TIMEOUT_SECONDS = 120;
    /** Wine's own warnings about what it lacks would be mixed with the program's. */
    private static final String NO_WARNINGS = "-XX:-PrintWarnings";

    private AotCache() {}

    /**
     * Trains the cache up to the first page; longer training doubles its size and does not make the start faster. On
     * Linux an Xvfb provides the display. Without one the cache lacks JavaFX's code for windows, and the start is 5 %
     * slower.
     *
     * @param runtime the runtime, with the program in it
     * @param home used as home folder, so that the settings of the account that builds have no influence
     * @param cache the file to create
     */
    static void train(Path runtime, Path home, Path cache) throws IOException {
        Files.createDirectories(home);
        TargetSystem host = TargetSystem.host();
        Optional<VirtualDisplay> display = host == TargetSystem.LINUX ? VirtualDisplay.open() : Optional.empty();
        List<String> java = new ArrayList<>(List.of(runtime.resolve("bin/java").toString(),
                AppImage.CACHE_OPTION.replace("=", "Output=") + cache, "-Duser.home=" + home));
        java.addAll(AppImage.javaOptions(host));
        Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C.UTF-8"));
        Stream.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA",
                "LOCALAPPDATA")
                .forEach(variable -> environment.put(variable, home.toString()));
        if (display.isPresent()) {
            try (VirtualDisplay open = display.get()) {
                environment.putAll(open.environment());
                trainOnDisplay(java, environment, cache);
            }
        } else if (host != TargetSystem.LINUX) {
            trainOnDisplay(java, environment, cache);
        }
        if (!Files.exists(cache)) {
            System.err
                    .println("The AOT cache is trained without a display; with one (on Linux: Xvfb and GTK 3) the start"
                            + " would be a little faster.");
            run(java, List.of("-Dglass.platform=Headless"), environment);
        }
        expect(cache);
    }

    /**
     * The same for a runtime for Windows, with Wine.
     *
     * @param wine in a prefix in which the program has not run
     * @param display where it opens its window
     */
    static void trainForWindows(Path runtime, Wine wine, VirtualDisplay display, Path cache) throws IOException {
        List<String> java = new ArrayList<>(List.of(wine.command(), Wine.path(runtime.resolve("bin/java.exe")),
                NO_WARNINGS, AppImage.CACHE_OPTION.replace("=", "Output=") + Wine.path(cache)));
        java.addAll(AppImage.javaOptions(TargetSystem.WINDOWS));
        run(java, List.of(), display.environment());
        expect(cache);
    }

    private static void trainOnDisplay(List<String> java, Map<String, String> environment, Path cache)
            throws IOException {
        try {
            run(java, List.of(), environment);
        } catch (IllegalStateException noWindow) {
            System.err.println("JavaFX cannot open a window here (" + noWindow.getMessage() + ")");
            // Java writes a cache even if the program fails.
            Files.deleteIfExists(cache);
        }
    }

    private static void run(List<String> java, List<String> options, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(options);
        command.addAll(List.of("-m", AppImage.MAIN, "--first-page"));
        Commands.run(command, environment, TIMEOUT_SECONDS);
    }

    private static void expect(Path cache) {
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training left no " + cache.getFileName());
        }
    }
}
