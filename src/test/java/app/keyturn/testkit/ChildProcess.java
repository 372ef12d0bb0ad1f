package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java on this computer, without a window: started, listened to, and killed. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private ChildProcess(Process process) {
        this.process = process;
        said = process.inputReader(UTF_8);
    }

    /**
     * Starts one.
     *
     * @param main what to run
     */
    public static ChildProcess start(Class<?> main, String... arguments) throws IOException {
        return of(new ProcessBuilder(command(main, arguments)).redirectErrorStream(true).start());
    }

    /** True where {@link #startOnASmallDisk} can start one. */
    public static boolean knowsSmallDisks() {
        return Files.isExecutable(Path.of("/bin/sh"));
    }

    /**
     * Starts one that cannot write files of more than 16 KB, whoever runs it: where that is over, it is told so in the
     * middle of a file, as by a full disk (POSIX, "ulimit", whose blocks are of 512 bytes).
     */
    public static ChildProcess startOnASmallDisk(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 32 && exec \"$@\"", "sh"));
        command.addAll(command(main, arguments));
        return of(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = SameJava.command();
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData",
                "-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Listens to one that was started otherwise.
     *
     * @param started with its errors among what it says
     */
    public static ChildProcess of(Process started) {
        return new ChildProcess(started);
    }

    /** The next line it says. */
    public String line() throws IOException {
        return String.valueOf(said.readLine());
    }

    /** Lets it go on, if it waits to be spoken to. */
    public void goOn() throws IOException {
        Writer spoken = process.outputWriter(UTF_8);
        spoken.write('\n');
        spoken.flush();
    }

    /** All that it says from now to its end. */
    public List<String> rest() {
        return said.lines().toList();
    }

    /** Kills it, as a system does that needs the memory, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        kill();
    }
}
