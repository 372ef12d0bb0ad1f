package installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Leaves unused parts of the JDK's modules out of the runtime. {@link #checkUnused} fails the build if anything that is
 * packed names a class that is left out. Used for Linux and Windows, where it was tried.
 */
final class ModuleTrimmer {
    private static final String PACKAGES = "unused-jdk-packages.txt";
    private static final String LIBRARIES = "unused-jdk-libraries.txt";
    /**
     * JavaFX's code for printing and for picture formats that only ImageIO reads names what is left out. It is never
     * called: a browser prints the receipt, and Keyturn's pictures are PNG.
     */
    private static final List<String> UNUSED_JAVAFX_CODE = List.of("com/sun/prism/j2d/", "com/sun/javafx/iio/java2d/");

    private ModuleTrimmer() {}

    /** Finds a module's classes in the JDK that builds. */
    static Function<String, Path> ownClasses() {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules")::resolve;
    }

    /**
     * The options for jlink.
     *
     * @param classes finds the folder with a module's classes, in the JDK that is linked
     * @param work gets the list that they name
     */
    static List<String> jlinkOptions(Function<String, Path> classes, Path work) throws IOException {
        Map<String, Path> modules = new HashMap<>();
        SortedMap<String, Path> smallest = new TreeMap<>();
        for (String unused : ListFile.read(PACKAGES)) {
            String module = unused.substring(0, unused.indexOf('/'));
            Path root = modules.computeIfAbsent(module, classes);
            Path folder = root.resolve(unused.substring(module.length() + 1));
            // Some exist on one system only, and a newer JDK may have lost one.
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile)
                            .sorted()
                            .forEach(
                                    file -> smallest.merge(module + "/" + FileTree.relativeName(root, file.getParent()),
                                            file, ModuleTrimmer::smaller));
                }
            }
        }
        List<String> excluded = smallest.entrySet()
                .stream()
                .map(folder -> allBut(folder.getValue().getFileName(), folder.getKey()))
                .toList();
        Path list = Files.write(work.resolve("excluded-resources.txt"), excluded);
        // With a space instead of the equals sign jlink would read options from the file.
        return List.of("--exclude-resources=@" + list, "--exclude-files=" + String.join(",", ListFile.read(LIBRARIES)));
    }

    private static String allBut(Path file, String folder) {
        return "regex:/" + Pattern.quote(folder) + "/(?!" + Pattern.quote(file.toString()) + "$)[^/]+";
    }

    private static Path smaller(Path one, Path other) {
        try {
            return Files.size(other) < Files.size(one) ? other : one;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails if a class names one that is left out.
     *
     * @param jars the program with its libraries, and JavaFX
     */
    static void checkUnused(List<Path> jars) throws IOException {
        List<String> unused = ListFile.read(PACKAGES)
                .stream()
                .map(it -> it.substring(it.indexOf('/') + 1) + "/")
                .toList();
        SortedSet<String> wrong = new TreeSet<>();
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(ModuleTrimmer::isChecked).toList()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        named(in.readAllBytes()).filter(name -> unused.stream().anyMatch(name::startsWith))
                                .forEach(name -> wrong.add(entry.getName() + " names " + name));
                    }
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(PACKAGES + " leaves out what is needed: " + String.join(", ", wrong));
        }
    }

    private static boolean isChecked(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(".class") && UNUSED_JAVAFX_CODE.stream().noneMatch(name::startsWith);
    }

    private static Stream<String> named(byte[] code) {
        return StreamSupport.stream(ClassFile.of().parse(code).constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> ((ClassEntry) entry).asInternalName());
    }
}
