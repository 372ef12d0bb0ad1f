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
 * The cache of classes that are loaded and linked ahead of time (JEP 483, JEP 514). Java uses it with the runtime that it was
 * trained with, wherever that lies and whatever times its files have; with another one it passes over it without a word.
 */
final class AotCache {
    /** Takes a second or two; where no window can be opened, some systems wait for one for ever. */
    private static final int PATIENCE_SECONDS = 120;

    private AotCache() {}

    /**
     * Trains it, up to the first page: longer training makes it twice as large and the start no faster. On Linux an Xvfb
     * stands in for the screen that people have. Without a screen JavaFX's way to it is not in the cache, and the start a
     * twentieth slower.
     *
     * @param runtime with the program in it
     * @param home stands in for a person's home, so that the builder's own settings do not count
     * @param cache is made
     */
    static void train(Path runtime, Path home, Path cache) throws IOException {
        Files.createDirectories(home);
        Optional<VirtualDisplay> screen = Commands.onLinux() ? VirtualDisplay.open() : Optional.empty();
        if (screen.isPresent()) {
            try (VirtualDisplay open = screen.get()) {
                tryOn(runtime, home, cache, open.environment());
            }
        } else if (!Commands.onLinux()) {
            tryOn(runtime, home, cache, Map.of());
        }
        if (!Files.exists(cache)) {
            System.err.println("The cache is trained without a screen; with one (on Linux Xvfb and GTK 3) it would be better.");
            train(runtime, home, cache, List.of("-Dglass.platform=Headless"), Map.of());
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training left no " + cache.getFileName());
        }
    }

    private static void tryOn(Path runtime, Path home, Path cache, Map<String, String> screen) throws IOException {
        try {
            train(runtime, home, cache, List.of(), screen);
        } catch (IllegalStateException noWindow) {
            System.err.println("JavaFX cannot open a window here (" + noWindow.getMessage() + ")");
            // Java writes what it has learned however a program ends.
            Files.deleteIfExists(cache);
        }
    }

    private static void train(Path runtime, Path home, Path cache, List<String> more, Map<String, String> screen)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(AppImage.options());
        command.addAll(more);
        command.addAll(List.of("-Duser.home=" + home, "-m", AppImage.MAIN, "--first-page"));
        Map<String, String> environment = new HashMap<>(screen);
        environment.put("LC_ALL", "C.UTF-8");
        Stream.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
                .forEach(folder -> environment.put(folder, home.toString()));
        Commands.run(command, environment, PATIENCE_SECONDS);
    }
}
