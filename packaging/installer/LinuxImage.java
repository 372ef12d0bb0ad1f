package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@link AppImage} for Linux. Its launcher is a shell script: jpackage's first calls rpm and dpkg twice each, to
 * find out which package it belongs to, and that is a quarter of the start.
 */
public final class LinuxImage {
    /** A copy of {@code java} under the program's name, which is what a list of processes then shows. */
    private static final Path EXECUTABLE = Path.of("lib/runtime/bin", AppImage.NAME);
    private static final String CACHE_OPTION = " \"" + AppImage.CACHE_OPTION + "$folder/lib/app/" + AppImage.CACHE
            + "\"";

    private LinuxImage() {}

    /**
     * Creates the image.
     *
     * @param input the files that lie beside the runtime: cache and licences
     * @param runtime the runtime, with the program in it
     * @param image the folder that is created
     */
    static void create(Path input, Path runtime, Path image) throws IOException {
        Files.createDirectories(image.resolve("lib"));
        FileTree.copy(input, image.resolve("lib/app"));
        FileTree.copy(runtime, image.resolve("lib/runtime"));
        Files.copy(image.resolve("lib/runtime/bin/java"), image.resolve(EXECUTABLE));
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve(AppImage.NAME);
        Files.writeString(launcher, launcher());
        for (Path program : List.of(launcher, image.resolve(EXECUTABLE))) {
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        }
    }

    /** The same launcher without the cache. */
    public static String withoutCache(String launcher) {
        return launcher.replace(CACHE_OPTION, "");
    }

    private static String launcher() {
        return """
                #!/bin/sh
                # Starts Keyturn with the Java runtime beside it. Variables that are meant for the command java do not apply.
                unset JDK_JAVA_OPTIONS CLASSPATH
                folder=$(readlink -f -- "$0") || exit
                folder=${folder%%/bin/*}
                exec "$folder/%s" %s -m %s "$@"
                """.formatted(EXECUTABLE, String.join(" ", AppImage.javaOptions(TargetSystem.LINUX)) + CACHE_OPTION,
                AppImage.MAIN);
    }
}
