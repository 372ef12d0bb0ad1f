package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@link AppImage} for Windows. Its launcher, {@code packaging/windows/launcher.c}, is compiled twice: Windows opens
 * a console for a program or does not, by a mark in the file.
 */
final class WindowsImage {
    /** Debian's and Ubuntu's package gcc-mingw-w64-x86-64. */
    static final String COMPILER = "x86_64-w64-mingw32-gcc";
    private static final String RESOURCE_COMPILER = "x86_64-w64-mingw32-windres";
    private static final Path SOURCES = Path.of("packaging", "windows").toAbsolutePath();

    private WindowsImage() {}

    /**
     * Creates the image.
     *
     * @param version three numbers
     * @param input the files that lie beside the runtime: cache and licences
     * @param runtime the runtime, with the program in it
     * @param work a folder for intermediate files
     * @param image the folder that is created
     */
    static void create(String version, Path input, Path runtime, Path work, Path image) throws IOException {
        // Why in a folder of its own: see launcher.c.
        Path program = Files.createDirectories(image.resolve(version));
        FileTree.copy(input, program.resolve("app"));
        FileTree.copy(runtime, program.resolve("runtime"));
        // java.exe and its like trained the cache; the launchers do without.
        try (Stream<Path> files = Files.list(program.resolve("runtime/bin"))) {
            for (Path command : files.filter(it -> it.toString().endsWith(".exe")).toList()) {
                Files.delete(command);
            }
        }
        Files.createDirectories(work);
        Files.writeString(work.resolve("launcher-options.h"), options());
        compile(version, "Keyturn.exe", List.of("-mwindows"), work, image);
        compile(version, "keyturn-console.exe", List.of("-mconsole", "-DCONSOLE"), work, image);
    }

    private static String options() {
        return """
                #define OPTIONS %s
                #define CACHE "%s"
                #define MAIN "%s"
                """.formatted(AppImage.javaOptions(TargetSystem.WINDOWS)
                .stream()
                .map(option -> '"' + option + '"')
                .collect(Collectors.joining(", ")), AppImage.CACHE, AppImage.MAIN);
    }

    private static void compile(String version, String name, List<String> kind, Path work, Path image)
            throws IOException {
        Path resources = work.resolve(name + ".res.o");
        Commands.run(List.of(RESOURCE_COMPILER, "-DVERSION=\\\"" + version + "\\\"",
                "-DVERSION_NUMBERS=" + version.replace('.', ',') + ",0", "-DFILE_NAME=\\\"" + name + "\\\"",
                "--include-dir", SOURCES.toString(), "--include-dir", Path.of("icons").toAbsolutePath().toString(),
                SOURCES.resolve("launcher.rc").toString(), resources.toString()), Map.of());
        List<String> command = new ArrayList<>(List.of(COMPILER, "-std=c17", "-Os", "-s", "-Wall", "-Wextra", "-Werror",
                "-municode", "-Wl,--no-insert-timestamp", "-I", work.toString()));
        command.addAll(kind);
        command.addAll(List.of("-o", image.resolve(name).toString(), SOURCES.resolve("launcher.c").toString(),
                resources.toString()));
        Commands.run(command, Map.of());
    }
}
