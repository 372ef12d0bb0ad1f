package app.keyturn.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A window in its own process, which writes only below one folder. */
public final class WindowProcess {
    private WindowProcess() {}

    /**
     * Starts it without a display.
     *
     * @param main the class to run
     * @param searched the folder for everything that it writes
     */
    public static Process start(Class<?> main, Path searched, String... arguments) throws IOException {
        return started(main, searched, List.of("-Dglass.platform=Headless"), "", arguments);
    }

    /**
     * Starts it on a display.
     *
     * @param display as in {@code DISPLAY}
     */
    public static Process on(String display, Class<?> main, Path searched, String... arguments) throws IOException {
        return started(main, searched, List.of(), display, arguments);
    }

    private static Process started(Class<?> main, Path searched, List<String> platform, String display,
            String... arguments) throws IOException {
        Path home = Files.createDirectories(searched.resolve("home"));
        Path temporary = Files.createDirectories(searched.resolve("tmp"));
        Path work = Files.createDirectories(searched.resolve("work"));
        ProcessBuilder program = new ProcessBuilder(JavaCommand.command());
        program.command().addAll(platform);
        program.command()
                .addAll(List.of("-Dprism.order=sw", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                        "-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary,
                        "-classpath", classPath(), main.getName()));
        program.command().addAll(List.of(arguments));
        Stream.of("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                "XDG_DATA_HOME",
                "XDG_STATE_HOME").forEach(name -> program.environment().put(name, home.toString()));
        Stream.of("TMPDIR", "TEMP", "TMP").forEach(name -> program.environment().put(name, temporary.toString()));
        program.environment().put("DISPLAY", display);
        // Without a desktop session GTK warns that it cannot store its settings.
        program.environment().put("GSETTINGS_BACKEND", "memory");
        return program.directory(work.toFile()).redirectErrorStream(true).start();
    }

    /** Absolute, because the process has another working folder. */
    private static String classPath() {
        return String.join(File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
