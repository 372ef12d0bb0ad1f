package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testfx.util.WaitForAsyncUtils;

/**
 * GNOME Calendar on a private display and session bus. Its events are stored, and their alarms are shown, by Evolution's
 * data server, as are those of Evolution.
 */
public final class GnomeCalendar implements AutoCloseable {
    private static final Path ALARMS = Path.of("/usr/libexec/evolution-data-server/evolution-alarm-notify");
    private static final String PROGRAM = "gnome-calendar";
    private static final String IMPORT_WINDOW = "Import";
    private static final String CONSOLE = "calendar.txt";
    private static final int MAX_ATTEMPTS = 5;

    private final VirtualScreen screen;
    private final CommandLine commandLine;
    private final List<Process> processes = new ArrayList<>();

    /**
     * Starts what it needs.
     *
     * @param home an empty folder, or that of an earlier start, which keeps the calendar
     * @param zone the user's
     */
    public GnomeCalendar(Path home, String zone) throws IOException {
        screen = VirtualScreen.open();
        Path runtime = home.resolve("run");
        Folders.create(runtime);
        Map<String, String> environment = new HashMap<>(Map.of("TZ", zone, "DISPLAY", screen.name(), "GDK_BACKEND",
                "x11", "XDG_RUNTIME_DIR", runtime.toString(), "GSETTINGS_BACKEND", "memory", "NO_AT_BRIDGE", "1"));
        Process bus = start(new CommandLine(home, environment).prepare(
                List.of("dbus-daemon", "--session", "--nofork", "--print-address"))
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        environment.put("DBUS_SESSION_BUS_ADDRESS", bus.inputReader(UTF_8).readLine());
        commandLine = new CommandLine(home, environment);
    }

    /** True if it and the tools for it are installed. */
    public static boolean isInstalled() {
        return VirtualScreen.isPossible() && Files.isExecutable(ALARMS)
                && Stream.of(PROGRAM, "dbus-daemon", "dbus-monitor", "dunst")
                        .allMatch(name -> Programs.onPath(name).isPresent());
    }

    /**
     * Opens a file as a double click does, and presses <em>Import</em>. GNOME Calendar 43 ends with a failed assertion, or
     * does nothing, if that is pressed before it has connected to its calendar, which cannot be seen from outside. So
     * each attempt leaves it more time.
     *
     * @param imported true once the file has been taken or refused
     */
    public void importFile(Path file, Callable<Boolean> imported) throws IOException, TimeoutException {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Process program = start(CONSOLE, PROGRAM, file.toString());
            screen.focusWindow(IMPORT_WINDOW);
            boolean taken = comesTrue(imported, 2 * attempt);
            if (!taken) {
                screen.press("alt+i");
                taken = comesTrue(imported, 8);
            }
            end(program);
            if (taken) {
                return;
            }
        }
        throw new AssertionError("The file was not taken: " + console());
    }

    private static boolean comesTrue(Callable<Boolean> condition, int seconds) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    /** What the program has said on its console. */
    public String console() throws IOException {
        return Files.readString(commandLine.home().resolve(CONSOLE));
    }

    /** The lines of the stored calendar that begin with one of these. */
    public List<String> stored(String... prefixes) throws IOException {
        Path calendar = commandLine.home().resolve("data/evolution/calendar/system/calendar.ics");
        return Files.exists(calendar)
                ? Files.readAllLines(calendar)
                        .stream()
                        .filter(line -> Stream.of(prefixes).anyMatch(line::startsWith))
                        .toList()
                : List.of();
    }

    /** Starts the program that shows alarms, and what shows its notifications. */
    public void watchAlarms() throws IOException {
        start("dunst.txt", "dunst");
        start("alarms.txt", "dbus-monitor", "--session", "interface='org.freedesktop.Notifications',member='Notify'");
        start("notify.txt", ALARMS.toString());
    }

    /** Waits for a notification that contains a text. */
    public void awaitAlarm(String text) throws TimeoutException {
        Path alarms = commandLine.home().resolve("alarms.txt");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.readString(alarms).contains(text));
    }

    private Process start(String output, String... command) throws IOException {
        return start(commandLine.prepare(List.of(command))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(commandLine.home().resolve(output).toFile())));
    }

    private Process start(ProcessBuilder program) throws IOException {
        Process process = program.start();
        processes.add(process);
        return process;
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** The data server ends with the session bus, which is the first process. */
    @Override
    public void close() {
        processes.reversed().forEach(GnomeCalendar::end);
        screen.close();
    }
}
