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
 * The Java that Keyturn brings along: JavaFX's jars become modules (jmod), and jlink puts them, the program
 * ({@link ProgramModule}) and the modules of this JDK that are needed into one runtime. JavaFX's own libraries then lie in it,
 * and nothing is unpacked into a person's home.
 */
public final class RuntimeImage {
    private static final Pattern JAVAFX = Pattern.compile("javafx-([a-z]+)-([0-9.]+)-[a-z0-9-]+\\.jar");
    /**
     * What the program and its libraries use of the JDK, as jdeps names it; JavaFX's modules bring the rest. Nothing names
     * jdk.localedata, which has the dates of other languages. The program's --self-test looks for each of them.
     */
    static final List<String> MODULES = List.of("java.desktop", "java.logging", "java.management", "java.naming",
            "java.net.http", "java.sql", "java.xml", "jdk.httpserver", "jdk.localedata", "jdk.unsupported", "javafx.controls",
            "javafx.fxml");
    /** Reads the certificates that Windows trusts. No other JDK has it. */
    private static final String WINDOWS_MODULE = "jdk.crypto.mscapi";
    /** How jlink packs them; not compressed, see {@link #make}. */
    public static final List<String> PACKING = List.of("--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-0");
    /** JavaFX's look of before Java 8. */
    private static final String OTHER_LOOK = "com/sun/javafx/scene/control/skin/caspian/";

    private RuntimeImage() {}

    /** True for JavaFX's jars, which become modules of their own. */
    static boolean isJavaFx(Path library) {
        return library.getFileName().toString().startsWith("javafx-");
    }

    /**
     * Makes it. Not compressed: what packs the runtime later does that better, and an uncompressed one starts faster. With
     * its {@code bin/java}, which the cache is trained with.
     *
     * @param libraries JavaFX's jars among others
     * @param program the folder in which the program's own module is
     * @param work a folder for what is needed on the way
     * @param runtime is made here
     */
    static void make(List<Path> libraries, Path program, Path work, Path runtime) throws IOException {
        Path modules = modules(libraries, name -> !name.startsWith(OTHER_LOOK), work);
        List<String> arguments = new ArrayList<>(List.of("--module-path", modules + File.pathSeparator + program, "--add-modules",
                ProgramModule.NAME + (Commands.onWindows() ? "," + WINDOWS_MODULE : ""), "--include-locales", "en,de,fr,es,nl,ja",
                "--output", runtime.toString()));
        arguments.addAll(PACKING);
        if (Commands.onLinux()) {
            arguments.addAll(ModuleTrimmer.options(work));
        }
        Commands.jdk("jlink", arguments);
    }

    /**
     * Makes modules of JavaFX's jars.
     *
     * @param wanted tells by its name whether a file of them is
     * @return the folder they are in
     */
    public static Path modules(List<Path> libraries, Predicate<String> wanted, Path work) throws IOException {
        Path modules = Files.createDirectories(work.resolve("jmods"));
        for (Path library : libraries) {
            Matcher javafx = JAVAFX.matcher(library.getFileName().toString());
            if (javafx.matches()) {
                module(library, javafx.group(1), javafx.group(2), wanted, work, modules);
            }
        }
        return modules;
    }

    /** Makes a module of a JavaFX jar: its classes, and its libraries where the linked runtime looks for them. */
    private static void module(Path library, String name, String version, Predicate<String> wanted, Path work, Path modules)
            throws IOException {
        Path classes = Files.createDirectories(work.resolve("javafx/" + name + "/classes"));
        Path natives = Files.createDirectories(work.resolve("javafx/" + name + "/natives"));
        try (ZipFile zip = new ZipFile(library.toFile())) {
            List<ZipEntry> files = new ArrayList<>(zip.stream().filter(it -> !it.isDirectory()).toList());
            files.removeIf(it -> it.getName().startsWith("META-INF/") || !wanted.test(it.getName()));
            for (ZipEntry entry : files) {
                boolean code = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
                Path target = (code ? natives : classes).resolve(entry.getName()).normalize();
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        Commands.jdk("jmod", List.of("create", "--class-path", classes.toString(), "--libs", natives.toString(), "--module-version",
                version, modules.resolve("javafx." + name + ".jmod").toString()));
    }
}
