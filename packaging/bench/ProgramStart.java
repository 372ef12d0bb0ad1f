package bench;

import installer.Commands;
import java.io.IOException;
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

/** One start of a program by its launcher, as a person's first one: with an empty home. */
final class ProgramStart implements AutoCloseable {
    private static final int BETWEEN_MILLISECONDS = 4;
    private static final int PATIENCE_MILLISECONDS = 60_000;
    private static final int WARM_UP_MILLISECONDS = 10_000;
    private static final int END_SECONDS = 10;
    private static final double NANOSECONDS = 1e6;
    private static final List<String> OTHERS_SETTINGS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH",
            "GDK_SCALE", "GTK_THEME", "GTK_MODULES", "LANGUAGE", "no_proxy", "NO_PROXY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS");

    private final MeasuredProgram program;
    private final ScreenRobot screen;
    private final Path work;
    private final Path home;
    /** A proxy that never answers, so that no network decides what the first page shows, nor when. */
    private final ServerSocket nobody;
    private final long begun;
    private final Process process;

    ProgramStart(MeasuredProgram program, Path work, ScreenRobot screen) throws IOException, InterruptedException {
        this.program = program;
        this.screen = screen;
        this.work = work;
        home = Files.createTempDirectory(work, "home");
        nobody = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        ProcessBuilder launcher = new ProcessBuilder(program.launcher(work).toString()).redirectErrorStream(true)
                .redirectOutput(work.resolve(program + ".log").toFile());
        launcher.environment().keySet().removeAll(OTHERS_SETTINGS);
        Stream.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
                .forEach(folder -> launcher.environment().put(folder, home.toString()));
        launcher.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "GDK_BACKEND", "x11", "https_proxy",
                "http://127.0.0.1:" + nobody.getLocalPort()));
        CpuLoad.await();
        begun = System.nanoTime();
        process = launcher.start();
    }

    /**
     * What one start took.
     *
     * @param drawn milliseconds until the first page was there
     * @param moved milliseconds until a press of Tab, made then, had moved the focus
     * @param processor milliseconds of processor time until then, of all cores together: what other programs do at the same time
     *            lengthens it less
     * @param first memory at that moment in bytes, as {@link #memory} counts
     * @param warm the same ten seconds later
     */
    record Measurement(double drawn, double moved, double processor, long first, long warm) {}

    Measurement measure(ReferencePixels pictures) throws IOException, InterruptedException {
        double drawn = await(pictures.drawn(), "The first page was not drawn");
        screen.pressTab();
        double moved = await(pictures.moved(), "A press of Tab did not move the focus");
        double processor = processes().mapToLong(it -> it.info().totalCpuDuration().orElseThrow().toMillis()).sum();
        long first = memory();
        Thread.sleep(WARM_UP_MILLISECONDS);
        long warm = memory();
        if (program.cached() && processes().noneMatch(ProgramStart::usesCache)) {
            throw new IllegalStateException(program.title() + " does not use its cache");
        }
        return new Measurement(drawn, moved, processor, first, warm);
    }

    private double await(Map<Integer, Integer> colours, String otherwise) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLISECONDS * (long) NANOSECONDS;
        try {
            while (!screen.shows(colours)) {
                ScreenRobot.pause(BETWEEN_MILLISECONDS, end, otherwise + ": " + program);
            }
        } catch (IllegalStateException never) {
            ImageIO.write(screen.image(), "png", work.resolve(program + "-failed.png").toFile());
            throw never;
        }
        return (System.nanoTime() - begun) / NANOSECONDS;
    }

    /** The launcher, and what it has started. */
    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Pss: what the processes have in memory, with their part of what others have too. */
    private long memory() {
        return processes().mapToLong(it -> lines(it, "smaps_rollup").stream().filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).sum()).sum();
    }

    private static boolean usesCache(ProcessHandle it) {
        return lines(it, "maps").stream().anyMatch(line -> line.endsWith(".aot"));
    }

    private static List<String> lines(ProcessHandle it, String about) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(it.pid()), about));
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Ends it, and leaves the screen and the machine as they were. */
    @Override
    public void close() throws IOException, InterruptedException {
        List<ProcessHandle> all = processes().toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        long end = System.nanoTime() + PATIENCE_MILLISECONDS * (long) NANOSECONDS;
        while (all.stream().anyMatch(ProcessHandle::isAlive) || !screen.isBlank()) {
            ScreenRobot.pause(BETWEEN_MILLISECONDS, end, program + " does not end");
        }
        nobody.close();
        Commands.delete(home);
    }
}
