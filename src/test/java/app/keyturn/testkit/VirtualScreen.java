package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** A display of the test's own (Xvfb), and hands that type on it (xdotool). */
public final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String name;

    private VirtualScreen(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** True if this computer has what it needs; GTK is for what is drawn on it. */
    public static boolean isPossible() {
        return Programs.onPath("Xvfb").isPresent() && Programs.onPath("xdotool").isPresent() && hasGtk();
    }

    private static boolean hasGtk() {
        return said("ldconfig", "-p").stream().anyMatch(line -> line.contains("libgtk-3.so.0"));
    }

    /**
     * Opens one; the server finds a number that is free. It is told not to begin anew when its last window is closed, which
     * would turn away a program that comes in that moment.
     */
    public static VirtualScreen open() throws IOException {
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten",
                "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new VirtualScreen(server, ":" + server.inputReader(UTF_8).readLine());
    }

    /** What programs that draw on it have in {@code DISPLAY}. */
    public String name() {
        return name;
    }

    /** Waits for the system's dialog of a program in Java, and gives it the focus, as a window manager would. */
    public void focusDialog() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !dialogs().isEmpty());
        hands("windowfocus", "--sync", dialogs().getFirst());
    }

    /** JavaFX's own windows have the class of the application, those of GTK that of the process. */
    private List<String> dialogs() {
        return hands("search", "--onlyvisible", "--class", "^java$");
    }

    public void type(String text) {
        hands("type", text);
    }

    public void press(String key) {
        hands("key", key);
    }

    private List<String> hands(String... work) {
        List<String> command = new ArrayList<>(List.of("env", "DISPLAY=" + name, "xdotool"));
        command.addAll(List.of(work));
        return said(command.toArray(String[]::new));
    }

    private static List<String> said(String... command) {
        try {
            Process program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return program.inputReader(UTF_8).lines().toList();
        } catch (IOException e) {
            // Not there: then it says nothing.
            return List.of();
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
