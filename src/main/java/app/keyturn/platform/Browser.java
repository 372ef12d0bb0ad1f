package app.keyturn.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens pages and files with the system's programs. JavaFX's {@code HostServices} does not report whether one was found,
 * and without one the user has to copy the link.
 *
 * <p>The system's command is waited for briefly, because some fail only after their start: {@code xdg-open} ends with 3
 * if it finds no browser and 4 if that failed ("xdg-open(1)", freedesktop.org's xdg-utils), {@code open} with 1. Where
 * it starts the browser itself, it runs as long as that does. On Windows, {@code explorer} ends with 1 even after it has
 * opened a file, and {@code rundll32} does not hand on the result of what it calls: any other code means that they have
 * failed themselves, for instance because the computer's rules forbid them.
 */
public final class Browser {
    /** Short, as the window waits for it. The commands that fail do so in a fraction of it. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private Browser() {}

    /**
     * A command of the system.
     *
     * @param words the program, then its arguments
     * @param success the exit codes after which it may have opened something
     */
    record Command(List<String> words, Set<Integer> success) {
        private static Command of(String... words) {
            return new Command(List.of(words), Set.of(0));
        }

        private static Command explorer(String windows, String file) {
            return new Command(List.of(windows + "\\explorer.exe", file), Set.of(0, 1));
        }
    }

    /**
     * Opens a page. Takes at most about half a second.
     *
     * @return false if the system has no command for it, or that has failed at once
     */
    public static boolean open(URI page) {
        return runAny(forPage(OperatingSystem.current(), windowsFolder(System.getenv("SystemRoot")), page), PATIENCE);
    }

    /**
     * Opens a file or a folder. Takes at most about half a second.
     *
     * @return false if it does not exist, the system has no command for it, or that has failed at once
     */
    public static boolean open(Path place) {
        return Files.exists(place) && runAny(
                forFile(OperatingSystem.current(), windowsFolder(System.getenv("SystemRoot")), place.toAbsolutePath()),
                PATIENCE);
    }

    /**
     * Runs the first command that does not fail.
     *
     * @param patience how long one may take to fail; one that still runs then counts as having opened the page
     */
    static boolean runAny(List<Command> commands, Duration patience) {
        return commands.stream().anyMatch(command -> runs(command, patience));
    }

    private static boolean runs(Command command, Duration patience) {
        try {
            Process process = new ProcessBuilder(command.words())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    || command.success().contains(process.exitValue());
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException windowCloses) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The folder of Windows. */
    static String windowsFolder(@Nullable String systemRoot) {
        return systemRoot == null || systemRoot.isBlank() ? "C:\\Windows" : systemRoot;
    }

    /**
     * In the order to try them: a desktop without xdg-utils may have GLib's command, and Windows' Linux has its own.
     * Windows and macOS get whole paths. Windows looks for a bare name beside the program and in the working folder
     * before it looks in its own ("CreateProcessW", Microsoft Learn), where anyone may have put something.
     *
     * @param windows the folder of Windows
     */
    static List<Command> forPage(OperatingSystem system, String windows, URI page) {
        String address = page.toString();
        return switch (system) {
            case WINDOWS -> List.of(
                    Command.of(windows + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", address));
            case MAC -> List.of(Command.of("/usr/bin/open", address));
            case OTHER -> List.of(Command.of("xdg-open", address), Command.of("gio", "open", address),
                    Command.of("wslview", address));
        };
    }

    /**
     * The same for files and folders. {@code rundll32} takes an address in the code page only, so that it does not find
     * a name in other letters.
     *
     * @param file an absolute path
     */
    static List<Command> forFile(OperatingSystem system, String windows, Path file) {
        return switch (system) {
            // Quoted, since Explorer takes a comma for the end of a name.
            case WINDOWS -> List.of(Command.explorer(windows, '"' + file.toString() + '"'));
            case MAC, OTHER -> forPage(system, windows, file.toUri());
        };
    }
}
