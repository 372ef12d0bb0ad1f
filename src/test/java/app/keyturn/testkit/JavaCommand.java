package app.keyturn.testkit;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts another Java that finds Keyturn and JavaFX where this one does: in jars, or in one packaged runtime. */
public final class JavaCommand {
    private JavaCommand() {}

    /** The executable, and this process's module options. */
    public static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean()
                .getInputArguments()
                .stream()
                .filter(option -> option.startsWith("--"))
                .forEach(command::add);
        return command;
    }
}
