package installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@link AppImage} for macOS and its .dmg, both built by jpackage. Not yet run on a Mac. */
final class MacPackages {
    private MacPackages() {}

    /**
     * Creates the image.
     *
     * @param input the files that lie beside the runtime: cache and licences
     * @param runtime the runtime, with the program in it
     * @param output gets the image in a folder
     * @return that folder
     */
    static Path createImage(String version, Path input, Path runtime, Path output) {
        Commands.jdkTool("jpackage", imageArguments(version, input, runtime, output));
        return output.resolve(AppImage.NAME + ".app");
    }

    /** Builds the .dmg. */
    static void build(String version, Path image, Path output) {
        Commands.jdkTool("jpackage", packageArguments(version, image, output));
    }

    /** jpackage's arguments for the image. {@code packaging/macos/Info.plist} replaces jpackage's own. */
    static List<String> imageArguments(String version, Path input, Path runtime, Path output) {
        List<String> arguments = new ArrayList<>(
                List.of("--type", "app-image", "--name", AppImage.NAME, "--app-version", version, "--vendor",
                        AppImage.NAME, "--input", input.toString(), "--module", AppImage.MAIN, "--runtime-image",
                        runtime.toString(), "--dest", output.toString(), "--icon", "icons/keyturn.icns",
                        "--mac-package-identifier", ProgramModule.NAME, "--resource-dir", "packaging/macos"));
        AppImage.javaOptions(TargetSystem.MAC).forEach(option -> arguments.addAll(List.of("--java-options", option)));
        // The empty class path overrides the variable CLASSPATH.
        arguments.addAll(List.of("--java-options", AppImage.CACHE_OPTION + "$APPDIR/" + AppImage.CACHE,
                "--java-options", "-Djava.class.path="));
        return List.copyOf(arguments);
    }

    /** jpackage's arguments for the .dmg. */
    static List<String> packageArguments(String version, Path image, Path output) {
        return List.of("--type", "dmg", "--name", AppImage.NAME, "--app-version", version, "--vendor", AppImage.NAME,
                "--description", AppImage.SUMMARY, "--app-image", image.toString(), "--dest", output.toString());
    }
}
