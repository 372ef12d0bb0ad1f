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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Not compressed: the packages compress it better, and an uncompressed runtime starts faster. */
    public static final List<String> LINK_OPTIONS = List.of("--strip-debug", "--no-header-files", "--no-man-pages",
            "--compress", "zip-0");
    /** JavaFX's default look before Java 8. */
    private static final String CASPIAN = "com/sun/javafx/scene/control/skin/caspian/";
    /**
     * Microsoft's libraries in JavaFX's jars for Windows: the JDK brings those that do not come with Windows 10, in the
     * same folder that is searched for all.
     */
    private static final Predicate<String> MICROSOFT = Pattern
            .compile("(api-ms-win-.*|msvcp140.*|ucrtbase|vcruntime140.*)\\.dll")
            .asMatchPredicate();

    private RuntimeImage() {}

    /** True for JavaFX's jars, which become modules of their own. */
    static boolean isJavaFx(Path library) {
        return library.getFileName().toString().startsWith("javafx-");
    }

    /**
     * Links the runtime for the system of this build, with its {@code bin/java}, which trains the AOT cache.
     *
     * @param libraries the program's libraries, JavaFX included
     * @param program the folder with the program's module
     * @param work a folder for intermediate files
     * @param runtime the folder that is created
     */
    static void link(List<Path> libraries, Path program, Path work, Path runtime) throws IOException {
        List<String> options = new ArrayList<>();
        if (TargetSystem.host() == TargetSystem.LINUX) {
            options.addAll(ModuleTrimmer.jlinkOptions(ModuleTrimmer.ownClasses(), work));
        }
        Path javaFx = javaFxModules(libraries, name -> !name.startsWith(CASPIAN), work);
        Commands.jdkTool("jlink",
                arguments(List.of(javaFx, program), modulesOnlyOn(TargetSystem.host()), options, runtime));
    }

    /** The same for Windows, from its JDK and JavaFX's jars for it. */
    static void linkForWindows(WindowsJdk jdk, List<Path> javaFxJars, Path program, Path work, Path runtime)
            throws IOException {
        List<String> options = new ArrayList<>(
                ModuleTrimmer.jlinkOptions(module -> jdk.classes(module, work), work));
        if (jdk.trial()) {
            // They are among the runtime's classes already.
            options.addAll(List.of("--disable-plugin", "generate-jli-classes"));
        }
        Path javaFx = javaFxModules(javaFxJars, name -> !name.startsWith(CASPIAN) && !MICROSOFT.test(name), work);
        Commands.jdkTool("jlink", arguments(List.of(jdk.modules(), javaFx, program),
                jdk.trial() ? List.of() : modulesOnlyOn(TargetSystem.WINDOWS), options, runtime));
    }

    /** The modules beside those of all systems. */
    static List<String> modulesOnlyOn(TargetSystem system) {
        return system == TargetSystem.WINDOWS ? List.of(WindowsJdk.CERTIFICATES) : List.of();
    }

    /** jlink's arguments. */
    static List<String> arguments(List<Path> modulePath, List<String> moreModules, List<String> options, Path runtime) {
        List<String> arguments = new ArrayList<>(List.of("--module-path",
                modulePath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--add-modules",
                Stream.concat(Stream.of(ProgramModule.NAME), moreModules.stream()).collect(Collectors.joining(",")),
                "--include-locales", "en,de,fr,es,nl,ja", "--output", runtime.toString()));
        arguments.addAll(LINK_OPTIONS);
        arguments.addAll(options);
        return List.copyOf(arguments);
    }

    /**
     * Converts JavaFX's jars to modules. Its native libraries for Windows go into a folder of their own, where JavaFX
     * looks there and only there: beside the JDK's, of which some have the same name, jlink would refuse them.
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
                    Path folder = NATIVE_LIBRARY.test(name) ? natives : classes;
                    Path target = folder.resolve(name.endsWith(".dll") ? "javafx/" + name : name).normalize();
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }
}
