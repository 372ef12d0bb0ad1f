package bench;

import installer.FileTree;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** One start of a program by its launcher, with an empty home folder as on the first start. */
final class ProgramStart implements AutoCloseable {
    private static final int POLL_MILLISECONDS = 4;
    private static final int TIMEOUT_MILLISECONDS = 60_000;
    private static final int WARM_UP_MILLISECONDS = 10_000;
    private static final int STOP_SECONDS = 10;
    private static final double NANOSECONDS_IN_MILLISECOND = 1e6;
    private static final List<String> REMOVED_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS", "CLASSPATH", "GDK_SCALE", "GTK_THEME", "GTK_MODULES", "LANGUAGE", "no_proxy", "NO_PROXY",
            "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS");

    private final MeasuredProgram program;
    private final ScreenRobot screen;
    private final Path work;
    private final Path home;
    /** A proxy that never answers, so that the network does not affect the figures. */
    private final ServerSocket silentProxy;
    private final long begun;
    private final Process process;

    ProgramStart(MeasuredProgram program, Path work, ScreenRobot screen) throws IOException, InterruptedException {
        this.program = program;
        this.screen = screen;
        this.work = work;
        home = Files.createTempDirectory(work, "home");
        silentProxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        ProcessBuilder launcher = new ProcessBuilder(program.launcher(work).toString()).redirectErrorStream(true)
                .redirectOutput(work.resolve(program + ".log").toFile());
        launcher.environment().keySet().removeAll(REMOVED_VARIABLES);
        Stream.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
                .forEach(folder -> launcher.environment().put(folder, home.toString()));
        launcher.environment()
                .putAll(Map.of("LC_ALL", "C.UTF-8", "GDK_BACKEND", "x11", "https_proxy",
                        "http://127.0.0.1:" + silentProxy.getLocalPort()));
        CpuLoad.awaitIdle();
        begun = System.nanoTime();
        process = launcher.start();
    }

    /**
     * What one start took.
     *
     * @param drawn milliseconds until the first page was drawn
     * @param moved milliseconds until a press of Tab, made then, had moved the focus
     * @param processor milliseconds of processor time until then, on all cores together; other programs affect it less
     * @param first memory at that moment in bytes, see {@link #memory}
     * @param warm memory ten seconds later
     */
    record Measurement(double drawn, double moved, double processor, long first, long warm) {}

    Measurement measure(ReferencePixels reference) throws IOException, InterruptedException {
        double drawn = await(reference.drawn(), "The first page was not drawn");
        screen.pressTab();
        double moved = await(reference.moved(), "A press of Tab did not move the focus");
        double processor = processes().mapToLong(it -> it.info().totalCpuDuration().orElseThrow().toMillis()).sum();
        long first = memory();
        Thread.sleep(WARM_UP_MILLISECONDS);
        long warm = memory();
        if (program.usesCache() && processes().noneMatch(ProgramStart::usesCache)) {
            throw new IllegalStateException(program.title() + " does not use its cache");
        }
        return new Measurement(drawn, moved, processor, first, warm);
    }

    private double await(Map<Integer, Integer> colours, String failure) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT_MILLISECONDS * (long) NANOSECONDS_IN_MILLISECOND;
        try {
            while (!screen.shows(colours)) {
                ScreenRobot.pause(POLL_MILLISECONDS, end, failure + ": " + program);
            }
        } catch (IllegalStateException never) {
            ImageIO.write(screen.image(), "png", work.resolve(program + "-failed.png").toFile());
            throw never;
        }
        return (System.nanoTime() - begun) / NANOSECONDS_IN_MILLISECOND;
    }

    /** The launcher and its child processes. */
    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** The proportional set size (Pss): memory that is shared with other processes counts in part. */
    private long memory() {
        return processes().mapToLong(it -> lines(it, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum()).sum();
    }

    private static boolean usesCache(ProcessHandle process) {
        return lines(process, "maps").stream().anyMatch(line -> line.endsWith(".aot"));
    }

    private static List<String> lines(ProcessHandle process, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Ends the program and waits until the screen is blank. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(program + " was not stopped");
        }
        silentProxy.close();
        FileTree.delete(home);
    }

    private void stop() throws InterruptedException {
        List<ProcessHandle> all = processes().toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        long end = System.nanoTime() + TIMEOUT_MILLISECONDS * (long) NANOSECONDS_IN_MILLISECOND;
        while (all.stream().anyMatch(ProcessHandle::isAlive) || !screen.isBlank()) {
            ScreenRobot.pause(POLL_MILLISECONDS, end, program + " does not end");
        }
    }
}
