package installer;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Runs other programs. Each method waits for the end and fails if the exit code is not zero. */
public final class Commands {
    private Commands() {}

    /** Runs a tool of the JDK in this process: javac, jar, jmod, jlink, jpackage. */
    public static void jdkTool(String tool, List<String> arguments) {
        int code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool))
                .run(System.out, System.err, arguments.toArray(String[]::new));
        expectZero(tool, code);
    }

    /** Runs one of these classes in a JVM of its own, with the class path of this one. */
    public static void java(List<String> options, Class<?> main, List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        run(command, environment);
    }

    /** The {@code java} of the JDK that runs this. */
    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Runs a program, whose output is shown. */
    public static void run(List<String> command, Map<String, String> environment) throws IOException {
        run(command, environment, Integer.MAX_VALUE);
    }

    /** The same; after so many seconds the program and its child processes are ended, which counts as a failure. */
    static void run(List<String> command, Map<String, String> environment, int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.onExit().completeOnTimeout(process, seconds, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        expectZero(command.getFirst(), exitCode(process));
    }

    /** Runs a program and returns what it printed, without white space around it. */
    public static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        expectZero(command[0], exitCode(process));
        return output.strip();
    }

    /** True if a program of this name is on the PATH. */
    public static boolean isInstalled(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int exitCode(Process process) {
        return process.onExit().join().exitValue();
    }

    private static void expectZero(String program, int code) {
        if (code != 0) {
            throw new IllegalStateException(program + " ended with " + code);
        }
    }
}
