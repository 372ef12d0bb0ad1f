package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testfx.util.WaitForAsyncUtils;

/** A private display (Xvfb) with keyboard input (xdotool). */
public final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String name;

    private VirtualScreen(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** True if the tools for it, and GTK for the windows, are installed. */
    public static boolean isPossible() {
        return Programs.onPath("Xvfb").isPresent() && Programs.onPath("xdotool").isPresent() && hasGtk();
    }

    private static boolean hasGtk() {
        return output("ldconfig", "-p").stream().anyMatch(line -> line.contains("libgtk-3.so.0"));
    }

    /**
     * Opens a display with a free number. The server must not reset when its last window closes, which would refuse a
     * program that connects at that moment.
     */
    public static VirtualScreen open() throws IOException {
        return open(1000, 800);
    }

    /** Opens a display of this size. */
    public static VirtualScreen open(int width, int height) throws IOException {
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24",
                "-nolisten",
                "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new VirtualScreen(server, ":" + server.inputReader(UTF_8).readLine());
    }

    /** The value of {@code DISPLAY} for its programs. */
    public String name() {
        return name;
    }

    /** Waits for the system dialog of a Java program and focuses it, as a window manager would. */
    public void focusDialog() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !dialogs().isEmpty());
        xdotool("windowfocus", "--sync", dialogs().getFirst());
    }

    /** JavaFX windows have the application's window class, GTK windows that of the process. */
    private List<String> dialogs() {
        return xdotool("search", "--onlyvisible", "--class", "^java$");
    }

    /** Waits for a window with a title that contains this, and focuses it, as a window manager would. */
    public void focusWindow(String title) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> hasWindow(title));
        xdotool("windowfocus", "--sync", windows(title).getLast());
    }

    /** True if a window is shown whose title contains this. */
    public boolean hasWindow(String title) {
        return !windows(title).isEmpty();
    }

    /** Waits until so many windows are shown whose titles contain this. */
    public void awaitWindows(String title, int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> windows(title).size() == count);
    }

    /** True if {@link #resize} works. */
    public static boolean canResize() {
        return Programs.onPath("xrandr").isPresent();
    }

    /** Gives the screen another size, which must not be larger than at first. */
    public void resize(int width, int height) {
        String mode = width + "x" + height;
        xrandr(Stream.concat(Stream.of("--newmode", mode, "25"),
                Stream.of(width, width, width, width + 1, height, height, height, height + 1).map(String::valueOf)));
        xrandr(Stream.of("--addmode", "screen", mode));
        xrandr(Stream.of("--output", "screen", "--mode", mode));
    }

    private void xrandr(Stream<String> work) {
        output(Stream.concat(Stream.of("env", "DISPLAY=" + name, "xrandr"), work).toArray(String[]::new));
    }

    /** Moves a window, as a user does. */
    public void move(String title, int x, int y) {
        xdotool("windowmove", "--sync", windows(title).getLast(), String.valueOf(x), String.valueOf(y));
    }

    /** Where a window is: x, y, width and height, separated by blanks. */
    public String bounds(String title) {
        return String.join(" ", xdotool("getwindowgeometry", "--shell", windows(title).getLast()).stream()
                .filter(line -> line.matches("(X|Y|WIDTH|HEIGHT)=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList());
    }

    /** Waits until a window is there: x, y, width and height, separated by blanks. */
    public void awaitBounds(String title, String bounds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> hasWindow(title) && bounds(title).equals(bounds));
    }

    private List<String> windows(String title) {
        return xdotool("search", "--onlyvisible", "--name", title);
    }

    public void type(String text) {
        xdotool("type", text);
    }

    public void press(String key) {
        xdotool("key", key);
    }

    private List<String> xdotool(String... work) {
        List<String> command = new ArrayList<>(List.of("env", "DISPLAY=" + name, "xdotool"));
        command.addAll(List.of(work));
        return output(command.toArray(String[]::new));
    }

    private static List<String> output(String... command) {
        try {
            Process program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return program.inputReader(UTF_8).lines().toList();
        } catch (IOException e) {
            // Not installed: no output.
            return List.of();
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
