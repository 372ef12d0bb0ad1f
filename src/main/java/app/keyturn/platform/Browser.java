package app.keyturn.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Opens pages and files with the system's programs. JavaFX's {@code HostServices} does not report whether one was found,
 * and without one the user has to copy the link.
 *
 * <p>The system's command is waited for briefly, because some fail only after their start: {@code xdg-open} ends with 3
 * if it finds no browser and 4 if that failed ("xdg-open(1)", freedesktop.org's xdg-utils), {@code open} with 1. Where
 * it starts the browser itself, it runs as long as that does. {@code rundll32} does not hand on the result of what it
 * calls; {@code explorer} was not chosen, since it ends with 1 even after it has opened the page.
 */
public final class Browser {
    /** Short, as the window waits for it. The commands that fail do so in a fraction of it. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private Browser() {}

    /**
     * Opens a page. Takes at most about half a second.
     *
     * @return false if the system has no command for it, or that has failed at once
     */
    public static boolean open(URI page) {
        return runAny(commands(OperatingSystem.current(), page), PATIENCE);
    }

    /**
     * Opens a file or a folder. Takes at most about half a second.
     *
     * @return false if it does not exist, the system has no command for it, or that has failed at once
     */
    public static boolean open(Path place) {
        return Files.exists(place) && open(place.toAbsolutePath().toUri());
    }

    /**
     * Runs the first command that does not fail.
     *
     * @param patience how long one may take to fail; one that still runs then counts as having opened the page
     */
    static boolean runAny(List<List<String>> commands, Duration patience) {
        return commands.stream().anyMatch(command -> runs(command, patience));
    }

    private static boolean runs(List<String> command, Duration patience) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException windowCloses) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** In the order to try them: a desktop without xdg-utils may have GLib's command, and Windows' Linux has its own. */
    static List<List<String>> commands(OperatingSystem system, URI page) {
        String address = page.toString();
        return switch (system) {
            case WINDOWS -> List.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
            case MAC -> List.of(List.of("open", address));
            case OTHER -> List.of(List.of("xdg-open", address), List.of("gio", "open", address),
                    List.of("wslview", address));
        };
    }
}
