package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process without a window: started, read from, and killed. */
public final class ChildProcess implements AutoCloseable {
    /** "OpenJDK 64-Bit Server VM warning: ...", "Picked up JAVA_TOOL_OPTIONS: ...", "[0.1s][warning][os] ...". */
    private static final String OF_JAVA = ".* VM warning: .*|Picked up \\w+: .*|\\[.+]\\[warning].*";

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        output = process.inputReader(UTF_8);
    }

    /**
     * Starts a process.
     *
     * @param main the class to run
     */
    public static ChildProcess start(Class<?> main, String... arguments) throws IOException {
        return of(new ProcessBuilder(command(main, arguments)).redirectErrorStream(true).start());
    }

    /** True if {@link #startOnSmallDisk} works on this system. */
    public static boolean canLimitFileSize() {
        // Not by its path, which exists under Wine as well.
        return Programs.onPath("sh").isPresent();
    }

    /**
     * Starts a process that cannot write files of more than 16 KB, whatever its user: a longer write fails midway, as
     * on a full disk (POSIX, "ulimit", in blocks of 512 bytes).
     */
    public static ChildProcess startOnSmallDisk(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 32 && exec \"$@\"", "sh"));
        command.addAll(command(main, arguments));
        return of(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = JavaCommand.command();
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData",
                "-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Reads from a process that was started elsewhere.
     *
     * @param started with its error stream merged into its output
     */
    public static ChildProcess of(Process started) {
        return new ChildProcess(started);
    }

    /**
     * Waits for a line that matches. Other lines before it are skipped: Java itself may print warnings, for example about
     * the processors or the options of this computer.
     *
     * @param pattern a regular expression for the whole line
     * @throws AssertionError if the output ends without one; it has all that was read
     */
    public String awaitLine(String pattern) throws IOException {
        List<String> skipped = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches(pattern)) {
                return line;
            }
            skipped.add(line);
        }
        throw new AssertionError("no line " + pattern + ", only:\n" + String.join("\n", skipped));
    }

    /** Sends a line break, for a process that waits for input. */
    public void sendLine() throws IOException {
        Writer spoken = process.outputWriter(UTF_8);
        spoken.write('\n');
        spoken.flush();
    }

    /** All further lines of output, until it ends, without the warnings of Java itself. */
    public List<String> rest() {
        return output.lines().filter(line -> !line.matches(OF_JAVA)).toList();
    }

    /** Kills it, as a system short of memory does, and waits until it has ended. */
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        kill();
    }
}
