package app.keyturn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xshare:auto", "-classpath", System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /**
     * Listens to one that was started otherwise.
     *
     * @param started with its errors among what it says
     */
    static ChildProcess of(Process started) {
        return new ChildProcess(started);
    }

    /** The next line it says. */
    public String line() throws IOException {
        return String.valueOf(said.readLine());
    }

    /** All that it says from now to its end. */
    List<String> rest() {
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
