package app.keyturn.testkit;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another Java that finds the program and JavaFX where this one does: in jars, or in one packed runtime. */
public final class SameJava {
    private SameJava() {}

    /** The program to start, and what it has to be told of modules. */
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
