package installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An X display in memory (Xvfb), for programs that have to open a window. It ends with this JVM at the latest. */
public final class VirtualDisplay implements AutoCloseable {
    private static final String SIZE = "1280x900x24";

    private final Process server;
    private final String number;

    private VirtualDisplay(Process server, String number) {
        this.server = server;
        this.number = number;
    }

    /** Opens one; empty if Xvfb is not installed. */
    public static Optional<VirtualDisplay> open() throws IOException {
        if (!Commands.isInstalled("Xvfb")) {
            return Optional.empty();
        }
        Process server = new ProcessBuilder(
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-br"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        String number = server.inputReader(StandardCharsets.UTF_8).readLine();
        if (number == null) {
            throw new IllegalStateException("Xvfb did not start");
        }
        return Optional.of(new VirtualDisplay(server, number));
    }

    /** The variables that make a program use this display, whatever other displays there are. */
    public Map<String, String> environment() {
        return Map.of("DISPLAY", ":" + number, "GDK_BACKEND", "x11", "XDG_SESSION_TYPE", "x11", "WAYLAND_DISPLAY", "");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
