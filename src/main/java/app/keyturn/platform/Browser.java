package app.keyturn.platform;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The system's browser. A few lines of our own, because JavaFX's {@code HostServices} does not tell whether a browser
 * was found, and a person without one has to copy the link.
 */
public final class Browser {
    private Browser() {}

    /**
     * Opens a page.
     *
     * @return false if the system has no command to open it with
     */
    public static boolean open(URI page) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), page))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    static List<String> command(String operatingSystem, URI page) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
