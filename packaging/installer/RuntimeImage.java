package installer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The Java runtime that comes with Keyturn. JavaFX's jars become modules (jmod), and jlink links them with the program
 * ({@link ProgramModule}) and the JDK's modules that it needs. JavaFX's native libraries are then part of the runtime,
 * and nothing is unpacked into a user's home.
 */
public final class RuntimeImage {
    private static final Pattern JAVAFX = Pattern.compile("javafx-([a-z]+)-([0-9.]+)-[a-z0-9-]+\\.jar");
    private static final Predicate<String> NATIVE_LIBRARY = Pattern.compile("[^/]+\\.(so|dll|dylib)")
            .asMatchPredicate();
    /**
     * The modules that the program and its libraries use, as jdeps lists them; JavaFX requires the others.
     * jdk.localedata is not in jdeps' list: it has the dates of other languages. {@code --self-test} looks for each of
     * these.
     */
    static final List<String> MODULES = List.of("java.desktop", "java.logging", "java.management", "java.naming",
            "java.net.http", "java.sql", "java.xml", "jdk.httpserver", "jdk.localedata", "jdk.unsupported",
            "javafx.controls", "javafx.fxml");
    /** Reads the certificates that Windows trusts. Only the JDK for Windows has it. */
    private static final String WINDOWS_MODULE = "jdk.crypto.mscapi";
    /** Not compressed: the packages compress it better, and an uncompressed runtime starts faster. */
    public static final List<String> LINK_OPTIONS = List.of("--strip-debug", "--no-header-files", "--no-man-pages",
            "--compress", "zip-0");
    /** JavaFX's default look before Java 8. */
    private static final String CASPIAN = "com/sun/javafx/scene/control/skin/caspian/";

    private RuntimeImage() {}

    /** True for JavaFX's jars, which become modules of their own. */
    static boolean isJavaFx(Path library) {
        return library.getFileName().toString().startsWith("javafx-");
    }

    /**
     * Links the runtime, with its {@code bin/java}, which trains the AOT cache.
     *
     * @param libraries the program's libraries, JavaFX included
     * @param program the folder with the program's module
     * @param work a folder for intermediate files
     * @param runtime the folder that is created
     */
    static void link(List<Path> libraries, Path program, Path work, Path runtime) throws IOException {
        Path javaFx = javaFxModules(libraries, name -> !name.startsWith(CASPIAN), work);
        List<String> arguments = new ArrayList<>(List.of("--module-path", javaFx + File.pathSeparator + program,
                "--add-modules", ProgramModule.NAME + (HostSystem.isWindows() ? "," + WINDOWS_MODULE : ""),
                "--include-locales", "en,de,fr,es,nl,ja", "--output", runtime.toString()));
        arguments.addAll(LINK_OPTIONS);
        if (HostSystem.isLinux()) {
            arguments.addAll(ModuleTrimmer.jlinkOptions(work));
        }
        Commands.jdkTool("jlink", arguments);
    }

    /**
     * Converts JavaFX's jars to modules.
     *
     * @param included decides by a file's name whether it becomes part of the module
     * @return the folder with the modules
     */
    public static Path javaFxModules(List<Path> libraries, Predicate<String> included, Path work) throws IOException {
        Path modules = Files.createDirectories(work.resolve("jmods"));
        for (Path library : libraries) {
            Matcher javaFx = JAVAFX.matcher(library.getFileName().toString());
            if (javaFx.matches()) {
                Path unpacked = work.resolve("javafx").resolve(javaFx.group(1));
                Path classes = Files.createDirectories(unpacked.resolve("classes"));
                Path natives = Files.createDirectories(unpacked.resolve("natives"));
                unpack(library, included, classes, natives);
                Commands.jdkTool("jmod",
                        List.of("create", "--class-path", classes.toString(), "--libs", natives.toString(),
                                "--module-version", javaFx.group(2),
                                modules.resolve("javafx." + javaFx.group(1) + ".jmod").toString()));
            }
        }
        return modules;
    }

    private static void unpack(Path library, Predicate<String> included, Path classes, Path natives)
            throws IOException {
        try (ZipFile zip = new ZipFile(library.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                String name = entry.getName();
                if (!name.startsWith("META-INF/") && included.test(name)) {
                    Path target = (NATIVE_LIBRARY.test(name) ? natives : classes).resolve(name).normalize();
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }
}
