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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What jlink leaves out of Java's modules. JavaFX asks for java.desktop, of which it uses little more than the beans: it draws,
 * reads pictures, plays no sound and opens dialogs by itself. java.xml has a compiler for style sheets (XSLT) that nobody calls.
 * {@link #check} proves that nothing that is packed names a class that is left out. Tried on Linux, and so used there alone.
 */
final class ModuleTrimmer {
    /** Packages with all below them. */
    private static final Pattern LEFT_OUT = Pattern.compile("(java\\.desktop/(javax/(swing|sound|print|imageio)|com/sun/(swing|imageio|java/swing"
            + "|media/sound)|sun/(swing|print|font|java2d|awt/X11))|java\\.xml/com/sun/org/apache/(xalan|bcel))/.*");
    /** AWT's and Swing's drawing, letters, sound and pictures; letters for printers. */
    private static final String LIBRARIES = "regex:/java\\.desktop/lib/(lib(jsound|splashscreen|mlib_image|lcms|fontmanager|freetype"
            + "|awt_xawt|javajpeg)\\.so|psfont.*)";
    private static final List<String> MODULES = List.of("java.desktop", "java.xml");
    /**
     * JavaFX's printing (a browser prints the receipt), and its way to pictures of kinds that it does not read itself (those
     * of Keyturn are PNG).
     */
    private static final Pattern MAY_NAME_THEM = Pattern.compile("com/sun/(prism/j2d|javafx/iio/java2d)/.*");

    private ModuleTrimmer() {}

    /**
     * What to tell jlink. Of each package the smallest file stays, because a module must have something of each package that
     * it names.
     *
     * @param work gets the list
     */
    static List<String> options(Path work) throws IOException {
        Map<String, Path> smallest = new TreeMap<>();
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(modules.resolve(module))) {
                files.filter(file -> LEFT_OUT.matcher(modules.relativize(file).toString()).matches()).filter(Files::isRegularFile)
                        .sorted().forEach(file -> smallest.merge(modules.relativize(file.getParent()).toString(), file, ModuleTrimmer::smaller));
            }
        }
        Path list = work.resolve("left-out.txt");
        Files.write(list, smallest.entrySet().stream().map(it -> allBut(it.getValue().getFileName(), it.getKey())).toList());
        // With a space instead of the equals sign jlink would read options from the file.
        return List.of("--exclude-resources=@" + list, "--exclude-files=" + LIBRARIES);
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
     * @param jars the program, its libraries, JavaFX
     */
    static void check(List<Path> jars) throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
                    if (!MAY_NAME_THEM.matcher(entry.getName()).matches()) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            leftOut(in.readAllBytes()).forEach(name -> wrong.add(entry.getName() + " names " + name));
                        }
                    }
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("ModuleTrimmer.java leaves out what is needed: " + String.join(", ", wrong));
        }
    }

    private static Stream<String> leftOut(byte[] code) {
        return StreamSupport.stream(ClassFile.of().parse(code).constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance).map(entry -> ((ClassEntry) entry).asInternalName())
                .filter(name -> MODULES.stream().anyMatch(module -> LEFT_OUT.matcher(module + "/" + name).matches()));
    }
}
