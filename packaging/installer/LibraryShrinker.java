package installer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Joins the libraries to one jar that has only the classes the program can reach: microsoft-graph alone has more than
 * 20,000, nearly all for other services. ProGuard finds them (rules and reasons: {@code shrink.pro}). It renames
 * nothing and does not change the code that stays.
 */
final class LibraryShrinker {
    private static final String RULES = "shrink.pro";
    /** AtlantaFX's themes that Keyturn does not offer. */
    private static final Pattern UNUSED_THEMES = Pattern.compile("atlantafx/base/theme/(cupertino|dracula|nord).*");
    private static final String SERVICES = "META-INF/services/";
    /** ProGuard reads these for what the libraries inherit from. */
    private static final List<String> JDK_MODULES = List.of("java.base", "java.compiler", "java.datatransfer",
            "java.desktop", "java.logging", "java.management", "java.naming", "java.net.http", "java.scripting",
            "java.security.jgss", "java.sql", "java.transaction.xa", "java.xml", "jdk.httpserver", "jdk.net",
            "jdk.unsupported");

    private final List<Path> shipped;
    private final SortedMap<String, byte[]> shrunk;

    private LibraryShrinker(List<Path> shipped, SortedMap<String, byte[]> shrunk) {
        this.shipped = shipped;
        this.shrunk = shrunk;
    }

    /**
     * Shrinks the libraries.
     *
     * @param proguard ProGuard's class path
     * @param program the program's jar
     * @param libraries the program's libraries, JavaFX included
     * @param work a folder for intermediate files
     */
    static JarContents shrink(String proguard, Path program, List<Path> libraries, Path work) throws IOException {
        Files.createDirectories(work);
        List<Path> shipped = libraries.stream().filter(library -> !RuntimeImage.isJavaFx(library)).toList();
        Path classes = work.resolve("shrunk.jar");
        List<String> options = new ArrayList<>();
        options.add("-injars " + quoted(program));
        options.add("-outjars " + quoted(work.resolve("unused.jar")));
        shipped.forEach(library -> options
                .add("-injars " + quoted(library) + "(!META-INF/versions/**,!**module-info.class,**.class)"));
        options.add("-outjars " + quoted(classes));
        Stream.concat(Stream.of(jdkClasses(work.resolve("jdk.jar"))), libraries.stream().filter(RuntimeImage::isJavaFx))
                .forEach(library -> options.add("-libraryjars " + quoted(library) + "(!module-info.class)"));
        Path jars = Files.write(work.resolve("jars.pro"), options);
        Commands.run(
                List.of(Commands.javaCommand(), "-Xmx3g", "-XX:+UseParallelGC", "-cp", proguard, "proguard.ProGuard",
                        "@" + quoted(ListFile.path(RULES)), "@" + quoted(jars)),
                Map.of());
        return new LibraryShrinker(shipped, new TreeMap<>(JarContents.read(classes).entries())).withResources();
    }

    /** A resource stays if a class beside it stays. Those about the jar itself, such as signatures, do not. */
    private JarContents withResources() throws IOException {
        Map<String, byte[]> services = new TreeMap<>();
        for (Path library : shipped) {
            Set<String> folders = shrunk.keySet().stream().map(LibraryShrinker::folder).collect(Collectors.toSet());
            try (ZipFile zip = new ZipFile(library.toFile())) {
                for (ZipEntry entry : zip.stream().filter(LibraryShrinker::isResource).toList()) {
                    String name = entry.getName();
                    boolean service = name.startsWith(SERVICES);
                    if (service || (folders.contains(folder(name)) && !UNUSED_THEMES.matcher(name).matches())) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            (service ? services : shrunk).merge(name, in.readAllBytes(), LibraryShrinker::joined);
                        }
                    }
                }
            }
        }
        services.forEach(this::addService);
        return new JarContents(shrunk);
    }

    private static boolean isResource(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && !name.endsWith(".class") && name.contains("/");
    }

    /**
     * A {@link java.util.ServiceLoader} must find what it would find in the unshrunk libraries. If the service's
     * interface is gone, nothing asks for it; otherwise {@code shrink.pro} has to keep each class that the file names.
     */
    private void addService(String file, byte[] content) {
        if (!shrunk.containsKey(classFile(file.substring(SERVICES.length())))) {
            return;
        }
        List<String> gone = providers(content).filter(name -> !shrunk.containsKey(classFile(name))).toList();
        if (!gone.isEmpty()) {
            throw new IllegalStateException(RULES + " has to keep " + gone + ", which " + file + " names");
        }
        shrunk.put(file, content);
    }

    /** The classes that a file in {@code META-INF/services} names. */
    static Stream<String> providers(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        String both = new String(one, StandardCharsets.UTF_8) + "\n" + new String(other, StandardCharsets.UTF_8);
        return both.getBytes(StandardCharsets.UTF_8);
    }

    private static String classFile(String name) {
        return name.replace('.', '/') + ".class";
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath() + "'";
    }

    /** Copies this JDK's classes to a jar: some JDKs have no jmods, and ProGuard cannot read a runtime image. */
    private static Path jdkClasses(Path jar) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        for (String name : JDK_MODULES) {
            Path module = modules.resolve(name);
            try (Stream<Path> files = Files.walk(module)) {
                for (Path file : files.filter(LibraryShrinker::isClass).toList()) {
                    classes.put(module.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        new JarContents(classes).write(jar);
        return jar;
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
    }
}
