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
        Optional<VirtualDisplay> display = HostSystem.isLinux() ? VirtualDisplay.open() : Optional.empty();
        if (display.isPresent()) {
            try (VirtualDisplay open = display.get()) {
                tryToTrain(runtime, home, cache, open.environment());
            }
        } else if (!HostSystem.isLinux()) {
            tryToTrain(runtime, home, cache, Map.of());
        }
        if (!Files.exists(cache)) {
            System.err
                    .println("The AOT cache is trained without a display; with one (on Linux: Xvfb and GTK 3) the start"
                            + " would be a little faster.");
            train(runtime, home, cache, List.of("-Dglass.platform=Headless"), Map.of());
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training left no " + cache.getFileName());
        }
    }

    private static void tryToTrain(Path runtime, Path home, Path cache, Map<String, String> display)
            throws IOException {
        try {
            train(runtime, home, cache, List.of(), display);
        } catch (IllegalStateException noWindow) {
            System.err.println("JavaFX cannot open a window here (" + noWindow.getMessage() + ")");
            // Java writes a cache even if the program fails.
            Files.deleteIfExists(cache);
        }
    }

    private static void train(Path runtime, Path home, Path cache, List<String> options, Map<String, String> display)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(runtime.resolve("bin/java").toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(AppImage.javaOptions());
        command.addAll(options);
        command.addAll(List.of("-Duser.home=" + home, "-m", AppImage.MAIN, "--first-page"));
        Map<String, String> environment = new HashMap<>(display);
        environment.put("LC_ALL", "C.UTF-8");
        Stream.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA",
                "LOCALAPPDATA")
                .forEach(variable -> environment.put(variable, home.toString()));
        Commands.run(command, environment, TIMEOUT_SECONDS);
    }
}
