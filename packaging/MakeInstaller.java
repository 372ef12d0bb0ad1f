import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Builds the installer of the system it runs on, with the tools of the JDK it runs in: JavaFX's jars become modules of a
 * runtime of our own (jmod, jlink), and jpackage puts the program and the runtime into a package.
 *
 * <p>Run by {@code mvn -Pinstaller verify}: {@code java MakeInstaller.java VERSION JAR CLASSPATH OUTPUT}.
 */
final class MakeInstaller {
    private static final Pattern JAVAFX = Pattern.compile("javafx-([a-z]+)-([0-9.]+)-[a-z0-9-]+\\.jar");
    /**
     * What the program and its libraries use of the JDK, as jdeps names it; JavaFX's modules bring the rest. Nothing names
     * jdk.localedata, which has the dates of other languages. The program's --self-test looks for each of them.
     */
    private static final String MODULES = "java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,"
            + "java.sql,java.xml,jdk.httpserver,jdk.localedata,jdk.unsupported,javafx.controls,javafx.fxml";
    /** Reads the certificates that Windows trusts. No other JDK has it. */
    private static final String WINDOWS_MODULES = MODULES + ",jdk.crypto.mscapi";
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private final String version;
    private final Path jar;
    private final List<Path> libraries;
    private final Path output;

    private MakeInstaller(String version, Path jar, List<Path> libraries, Path output) {
        this.version = version;
        this.jar = jar;
        this.libraries = libraries;
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> libraries = Arrays.stream(arguments[2].split(Pattern.quote(java.io.File.pathSeparator)))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        new MakeInstaller(arguments[0].replace("-SNAPSHOT", ""), Path.of(arguments[1]), libraries, Path.of(arguments[3])).make();
    }

    private void make() throws IOException {
        delete(output);
        Path modules = Files.createDirectories(output.resolve("jmods"));
        Path input = Files.createDirectories(output.resolve("input"));
        for (Path library : libraries) {
            Matcher javafx = JAVAFX.matcher(library.getFileName().toString());
            if (javafx.matches()) {
                module(library, javafx.group(1), javafx.group(2), modules);
            } else if (!library.getFileName().toString().startsWith("javafx-")) {
                Files.copy(library, input.resolve(library.getFileName()));
            }
        }
        Files.copy(jar, input.resolve(jar.getFileName()));
        Path runtime = output.resolve("runtime");
        run("jlink", "--module-path", modules.toString(), "--add-modules",
                SYSTEM.startsWith("windows") ? WINDOWS_MODULES : MODULES, "--include-locales",
                "en,de,fr,es,nl,ja", "--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-0",
                "--output", runtime.toString());
        pack(input, runtime);
    }

    /** Makes a module of a JavaFX jar: its classes, and its libraries where the linked runtime looks for them. */
    private void module(Path library, String name, String moduleVersion, Path modules) throws IOException {
        Path classes = output.resolve("javafx/" + name + "/classes");
        Path natives = Files.createDirectories(output.resolve("javafx/" + name + "/natives"));
        try (ZipFile zip = new ZipFile(library.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory() && !it.getName().startsWith("META-INF/")).toList()) {
                boolean code = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
                Path target = (code ? natives : classes).resolve(entry.getName()).normalize();
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        run("jmod", "create", "--class-path", classes.toString(), "--libs", natives.toString(), "--module-version", moduleVersion,
                modules.resolve("javafx." + name + ".jmod").toString());
    }

    private void pack(Path input, Path runtime) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--name", "Keyturn", "--app-version", version, "--description",
                "Renews the yearly SCIM token between Apple School Manager or Apple Business and Microsoft Entra ID",
                "--vendor", "Keyturn", "--input", input.toString(), "--main-jar", jar.getFileName().toString(), "--main-class",
                "app.keyturn.Keyturn", "--runtime-image", runtime.toString(), "--java-options",
                "--enable-native-access=javafx.graphics", "--dest", output.toString()));
        if (SYSTEM.startsWith("windows")) {
            arguments.addAll(List.of("--type", "msi", "--win-per-user-install", "--win-menu", "--win-upgrade-uuid",
                    "6b0c5d0e-6a5f-4f0e-9a7b-0e3c8b6a1d52"));
        } else if (SYSTEM.startsWith("mac")) {
            arguments.addAll(List.of("--type", "dmg"));
        } else {
            arguments.addAll(List.of("--type", "deb", "--linux-package-name", "keyturn", "--linux-shortcut", "--linux-menu-group",
                    "Network;", "--linux-app-category", "net", "--icon",
                    Path.of("src/main/resources/app/keyturn/icons/keyturn-256.png").toString()));
        }
        run("jpackage", arguments.toArray(String[]::new));
        try (Stream<Path> made = Files.list(output)) {
            made.filter(path -> path.toString().matches(".*\\.(deb|msi|dmg)")).forEach(path -> System.out.println("Installer: " + path));
        }
    }

    private static void run(String tool, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        int code = ToolProvider.findFirst(tool).orElseThrow(() -> new IllegalStateException("This JDK has no " + tool))
                .run(out, new PrintWriter(System.err, true), arguments);
        if (code != 0) {
            throw new IllegalStateException(tool + " ended with " + code);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
