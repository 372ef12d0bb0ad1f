package installer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes one jar of all libraries, with only those classes that the program can reach. microsoft-graph alone has more than
 * 20,000, nearly all for other services. ProGuard finds out which (rules and reasons: {@code shrink.pro}); it renames nothing
 * and changes no code that stays. Of our own classes it leaves out none.
 */
final class LibraryShrinker {
    /** Looks that Keyturn does not offer. */
    private static final String OTHER_THEMES = "atlantafx/base/theme/(cupertino|dracula|nord).*";
    private static final String SERVICES = "META-INF/services/";
    /** Whose class files ProGuard looks into, for what the libraries inherit. */
    private static final List<String> JDK = List.of("java.base", "java.compiler", "java.datatransfer", "java.desktop", "java.logging",
            "java.management", "java.naming", "java.net.http", "java.scripting", "java.security.jgss", "java.sql",
            "java.transaction.xa", "java.xml", "jdk.httpserver", "jdk.net", "jdk.unsupported");

    private LibraryShrinker() {}

    /**
     * Shrinks the libraries.
     *
     * @param shrinker ProGuard's class path; it runs in a JVM of its own
     * @param ours the program's jar
     * @param libraries what it runs with, JavaFX among it
     * @param work a folder for what is needed on the way
     * @return the jar of all of them
     */
    static JarContents shrink(String shrinker, Path ours, List<Path> libraries, Path work) throws IOException {
        Files.createDirectories(work);
        List<Path> shipped = libraries.stream().filter(library -> !RuntimeImage.isJavaFx(library)).toList();
        Path classes = work.resolve("shrunk.jar");
        List<String> options = new ArrayList<>();
        options.add("-injars " + quoted(ours));
        options.add("-outjars " + quoted(work.resolve("unused.jar")));
        shipped.forEach(library -> options.add("-injars " + quoted(library) + "(!META-INF/versions/**,!**module-info.class,**.class)"));
        options.add("-outjars " + quoted(classes));
        options.add("-libraryjars " + quoted(jdk(work.resolve("jdk.jar"))) + "(!module-info.class)");
        libraries.stream().filter(RuntimeImage::isJavaFx)
                .forEach(library -> options.add("-libraryjars " + quoted(library) + "(!module-info.class)"));
        Path file = Files.write(work.resolve("jars.pro"), options);
        Commands.run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx3g", "-XX:+UseParallelGC", "-cp",
                shrinker, "proguard.ProGuard", "@" + quoted(Path.of("packaging", "installer", "shrink.pro")), "@" + quoted(file)), Map.of());
        JarContents made = JarContents.of(classes);
        Map<String, byte[]> services = new TreeMap<>();
        for (Path library : shipped) {
            addResources(library, made.entries(), services);
        }
        services.forEach((name, lines) -> addService(name, lines, made.entries()));
        return made;
    }

    /** A resource stays if a class beside it stays. Those about the jar itself (signatures, Maven's) do not. */
    private static void addResources(Path library, Map<String, byte[]> made, Map<String, byte[]> services) throws IOException {
        var folders = made.keySet().stream().map(LibraryShrinker::folder).collect(Collectors.toSet());
        try (ZipFile zip = new ZipFile(library.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory() && !it.getName().endsWith(".class")).toList()) {
                String name = entry.getName();
                boolean service = name.startsWith(SERVICES);
                if (service || name.contains("/") && folders.contains(folder(name)) && !name.matches(OTHER_THEMES)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        (service ? services : made).merge(name, in.readAllBytes(), LibraryShrinker::joined);
                    }
                }
            }
        }
    }

    /**
     * Whoever looks for a service must find what the unshrunk libraries would have given. Nobody looks if its interface
     * is gone; otherwise shrink.pro has to keep each class that the file names.
     */
    private static void addService(String file, byte[] lines, Map<String, byte[]> made) {
        if (!made.containsKey(classFile(file.substring(SERVICES.length())))) {
            return;
        }
        List<String> gone = new String(lines).lines().map(line -> line.replaceAll("#.*", "").strip())
                .filter(name -> !name.isEmpty() && !made.containsKey(classFile(name))).toList();
        if (!gone.isEmpty()) {
            throw new IllegalStateException("shrink.pro has to keep " + gone + ", which " + file + " names");
        }
        made.put(file, lines);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return (new String(one) + "\n" + new String(other)).getBytes();
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

    /** The classes of this JDK in a jar: it has no jmods where it was built without, and ProGuard cannot read its image. */
    private static Path jdk(Path jar) throws IOException {
        JarContents made = new JarContents();
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        for (String name : JDK) {
            Path module = modules.resolve(name);
            try (Stream<Path> files = Files.walk(module)) {
                for (Path file : files.filter(it -> it.toString().endsWith(".class") && !it.endsWith("module-info.class")).toList()) {
                    made.entries().put(module.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        made.write(jar);
        return jar;
    }
}
