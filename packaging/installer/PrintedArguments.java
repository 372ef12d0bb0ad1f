package installer;

import java.nio.file.Path;
import java.util.List;

/**
 * Prints the arguments with which the JDK's tools are called for each system, wherever it runs. {@code test-arguments.sh}
 * compares them with {@code arguments.txt}, so that a change for one system does not change another unseen.
 */
final class PrintedArguments {
    private PrintedArguments() {}

    /** Prints them. */
    public static void main(String[] arguments) {
        for (TargetSystem system : TargetSystem.values()) {
            // Without what ModuleTrimmer adds: it depends on the JDK.
            print("jlink, " + system, RuntimeImage.arguments(List.of(Path.of("MODULES")),
                    RuntimeImage.modulesOnlyOn(system), List.of(), Path.of("RUNTIME")));
            print("java, " + system, AppImage.javaOptions(system));
        }
        print("jpackage for the image, MAC",
                MacPackages.imageArguments("1.2.3", Path.of("INPUT"), Path.of("RUNTIME"), Path.of("OUTPUT")));
        print("jpackage for the .dmg, MAC", MacPackages.packageArguments("1.2.3", Path.of("IMAGE"), Path.of("OUTPUT")));
    }

    private static void print(String title, List<String> arguments) {
        System.out.println(title + ":");
        arguments.forEach(argument -> System.out.println("  " + argument));
    }
}
