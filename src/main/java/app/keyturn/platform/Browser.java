package app.keyturn.platform;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Opens pages in the system's browser. JavaFX's {@code HostServices} does not report whether a browser was found, and
 * without one the user has to copy the link.
 */
public final class Browser {
    private Browser() {}

    /**
     * Opens a page.
     *
     * @return false if the system has no command for it
     */
    public static boolean open(URI page) {
        try {
            new ProcessBuilder(command(OperatingSystem.current(), page))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static List<String> command(OperatingSystem system, URI page) {
        return switch (system) {
            case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
            case MAC -> List.of("open", page.toString());
            case OTHER -> List.of("xdg-open", page.toString());
        };
    }
}
