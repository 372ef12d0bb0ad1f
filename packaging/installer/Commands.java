package installer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What each step of the packaging needs: other programs, and folders. */
public final class Commands {
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private Commands() {}

    public static boolean onWindows() {
        return SYSTEM.startsWith("windows");
    }

    public static boolean onMac() {
        return SYSTEM.startsWith("mac");
    }

    public static boolean onLinux() {
        return !onWindows() && !onMac();
    }

    /** Runs a tool of the JDK in this process: jmod, jlink, jpackage. */
    public static void jdk(String tool, List<String> arguments) {
        int code = ToolProvider.findFirst(tool).orElseThrow(() -> new IllegalStateException("This JDK has no " + tool))
                .run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " ended with " + code);
        }
    }

    /** Runs another program and waits for it; what it says is shown. */
    public static void run(List<String> command, Map<String, String> environment) throws IOException {
        run(command, environment, Integer.MAX_VALUE);
    }

    /** The same; ends it, and what it has started, and fails, if it takes longer than so many seconds. */
    public static void run(List<String> command, Map<String, String> environment, int seconds) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command).inheritIO();
        program.environment().putAll(environment);
        Process started = program.start();
        started.onExit().completeOnTimeout(started, seconds, TimeUnit.SECONDS).join();
        if (started.isAlive()) {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        }
        expectZero(started, command);
    }

    /** Runs another program and hands back what it printed. */
    public static String ask(String... command) throws IOException {
        Process program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(program.getInputStream().readAllBytes());
        expectZero(program, List.of(command));
        return said.strip();
    }

    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private static void expectZero(Process program, List<String> command) {
        int code = program.onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with " + code);
        }
    }

    /** Everything in a folder, itself first, in an order that is the same on every machine. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.comparing(path -> folder.relativize(path).toString().replace('\\', '/'))).toList();
        }
    }

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : below(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Copies a folder with its times, rights and links. */
    public static void copy(Path from, Path to) throws IOException {
        for (Path path : below(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Gives everything in a folder one time, so that two builds of the same source differ as little as can be. */
    public static void date(Path folder, FileTime time) throws IOException {
        for (Path path : below(folder).reversed()) {
            if (!Files.isSymbolicLink(path)) {
                Files.setLastModifiedTime(path, time);
            }
        }
    }
}
