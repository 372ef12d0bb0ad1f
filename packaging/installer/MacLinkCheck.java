package installer;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Links a runtime for macOS on any system, from a Java runtime for macOS and JavaFX's jars for it, and checks what can be
 * checked without a Mac. The program in it is empty. {@code packaging/macos/try-link.sh} fetches what it needs.
 */
final class MacLinkCheck {
    /** What JavaFX reads from its modules on a Mac: the window, no window, and the Metal shaders. */
    private static final List<String> RESOURCES = List.of("com/sun/glass/ui/mac/MacApplication.class",
            "com/sun/glass/ui/headless/HeadlessApplication.class", "com/sun/prism/mtl/msl/jfxshaders.metallib");
    /** Apple, {@code mach-o/loader.h} and {@code mach/machine.h}. */
    private static final int MAGIC_64 = 0xFEEDFACF;
    private static final int HEADER_BYTES = 32;
    private static final int BUILD_VERSION = 0x32;
    private static final int X86_64 = 0x01000007;
    private static final int ARM64 = 0x0100000C;

    private final List<String> problems = new ArrayList<>();
    private final Path runtime;
    private final int processor;

    private MacLinkCheck(Path runtime, int processor) {
        this.runtime = runtime;
        this.processor = processor;
    }

    /**
     * Links and checks.
     *
     * @param arguments JAVA, a runtime as jlink made it; JAVAFX, the folder with its jars; PLATFORM as jmod names it;
     *        MINIMUM, the version of macOS that the Info.plist names; WORK, a folder for the result
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[4]).toAbsolutePath();
        Path runtime = work.resolve("runtime");
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            jars = files.sorted().toList();
        }
        Path jdk = modules(Path.of(arguments[0]), arguments[2], work);
        link(jdk, jars, work, runtime);
        MacLinkCheck check = new MacLinkCheck(runtime, arguments[2].equals("macos-aarch64") ? ARM64 : X86_64);
        int libraries = check.checkFiles(jars, Integer.parseInt(arguments[3].replaceFirst("\\..*", "")));
        if (!check.problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", check.problems));
        }
        System.out.println("The runtime for " + arguments[2] + " has its " + libraries + " native files.");
    }

    /** Makes modules from a runtime. All native files are put into java.base. */
    private static Path modules(Path java, String platform, Path work) throws IOException {
        Path classes = work.resolve("jdk-classes");
        RuntimeModules.unpack(java, _ -> true, classes);
        Path commands = Files.createDirectories(work.resolve("jdk-commands"));
        Files.copy(java.resolve("bin/java"), commands.resolve("java"));
        Path libraries = work.resolve("jdk-libraries");
        FileTree.copy(java.resolve("lib"), libraries);
        Files.delete(libraries.resolve("modules"));
        Path modules = work.resolve("jdk");
        RuntimeModules.pack(classes, platform, List.of("--cmds", commands.toString(), "--libs", libraries.toString(),
                "--config", java.resolve("conf").toString()), modules);
        return modules;
    }

    private static void link(Path jdk, List<Path> jars, Path work, Path runtime) throws IOException {
        Path program = work.resolve("program");
        ProgramModule.create(List.of(), RuntimeImage.MODULES, Files.createDirectories(work), program);
        Path javaFx = RuntimeImage.javaFxModules(jars, _ -> true, work);
        List<String> arguments = new ArrayList<>(List.of("--module-path",
                Stream.of(jdk, javaFx, program).map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--add-modules", ProgramModule.NAME, "--output", runtime.toString(),
                // The modules were made from a runtime, which has these classes already.
                "--disable-plugin", "generate-jli-classes"));
        arguments.addAll(RuntimeImage.LINK_OPTIONS);
        // It would call Linux's objcopy.
        arguments.set(arguments.indexOf("--strip-debug"), "--strip-java-debug-attributes");
        Commands.jdkTool("jlink", arguments);
    }

    private int checkFiles(List<Path> jars, int minimum) throws IOException {
        Set<String> natives = new HashSet<>();
        for (Path path : FileTree.list(runtime)) {
            ByteBuffer header = Files.isRegularFile(path) ? header(path) : ByteBuffer.allocate(0);
            if (header.remaining() >= HEADER_BYTES && header.getInt(0) == MAGIC_64) {
                natives.add(FileTree.relativeName(runtime, path));
                checkNative(path, header, minimum);
            }
        }
        Set<String> expected = new HashSet<>(Set.of("bin/java", "lib/jspawnhelper", "lib/server/libjvm.dylib"));
        for (Path jar : jars) {
            JarContents.read(jar)
                    .entries()
                    .keySet()
                    .stream()
                    .filter(it -> it.endsWith(".dylib"))
                    .forEach(it -> expected.add("lib/" + it));
        }
        expected.stream().filter(it -> !natives.contains(it)).forEach(it -> problems.add(it + " is missing"));
        try (FileSystem image = FileSystems.newFileSystem(URI.create("jrt:/"),
                Map.of("java.home", runtime.toString()))) {
            RESOURCES.stream()
                    .filter(it -> !Files.exists(image.getPath("modules", "javafx.graphics", it)))
                    .forEach(it -> problems.add("javafx.graphics lacks " + it));
        }
        return natives.size();
    }

    /** The begin of a file, which has the load commands of a native one. */
    private static ByteBuffer header(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(1 << 15)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private void checkNative(Path file, ByteBuffer header, int minimum) {
        if (header.getInt(4) != processor) {
            problems.add(file + " is for another processor");
        }
        int command = HEADER_BYTES;
        for (int i = header.getInt(16); i > 0; i--) {
            int version = header.getInt(command + 12) >>> 16;
            if (header.getInt(command) == BUILD_VERSION && version > minimum) {
                problems.add(file + " needs macOS " + version);
            }
            command += header.getInt(command + 4);
        }
    }
}
