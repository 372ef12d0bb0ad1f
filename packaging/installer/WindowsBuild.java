package installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the packages for Windows, on Linux, from what the packages for Linux are built from. Without a JDK for Windows
 * they are for trials only: see {@link WindowsJdk}.
 */
final class WindowsBuild {
    /** What has to be installed, and Debian's and Ubuntu's packages with it. */
    private static final Map<String, String> TOOLS = Map.of(WindowsPackages.TOOL, "wixl", MsiCabinet.WRITER, "msitools",
            MsiCabinet.READER, "msitools", WindowsImage.COMPILER, "gcc-mingw-w64-x86-64", Wine.COMMAND, "wine", "Xvfb",
            "xvfb");
    private static final String BUILD_PROPERTIES = "app/keyturn/build.properties";

    /** Builds packages and returns the .msi. */
    @FunctionalInterface
    private interface PackageBuilder {
        List<Path> build(WindowsPackages packages) throws IOException;
    }

    private final String version;
    private final FileTime time;
    private final String address;
    private final List<Path> libraries;
    private final List<Path> javaFx;
    private final String tools;
    private final Path kept;
    private final Path work;

    /**
     * Prepares the build.
     *
     * @param version three numbers
     * @param time the time that all packed files get
     * @param address the program's page; empty if there is none
     * @param libraries the program's libraries
     * @param javaFx JavaFX's jars for Windows
     * @param tools the class path with jsign
     * @param kept a folder that is kept from build to build; a Wine prefix is created there
     * @param work a folder for intermediate files
     */
    WindowsBuild(String version, FileTime time, String address, List<Path> libraries, List<Path> javaFx, String tools,
            Path kept, Path work) {
        this.version = version;
        this.time = time;
        this.address = address;
        this.libraries = libraries;
        this.javaFx = javaFx;
        this.tools = tools;
        this.kept = kept;
        this.work = work;
    }

    /** Why the packages cannot be built here, as a sentence; empty if they can. */
    static Optional<String> reasonImpossible() {
        List<String> missing = TOOLS.entrySet()
                .stream()
                .filter(tool -> !Commands.isInstalled(tool.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing));
    }

    /**
     * Finds a JDK for Windows.
     *
     * @param jmods the folder with its modules; empty to make them from a Java runtime, which is downloaded
     * @param kept a folder that is kept from build to build; that runtime is put there
     * @param work a folder for intermediate files
     * @return empty if it cannot be downloaded, which has been said
     */
    static Optional<WindowsJdk> jdk(Optional<Path> jmods, Path kept, Path work) throws IOException {
        if (jmods.isPresent()) {
            return Optional.of(WindowsJdk.given(jmods.get()));
        }
        Path runtime = kept.resolve("java");
        if (!Files.exists(runtime)) {
            try {
                Commands.run(List.of(Path.of("packaging", "windows", "windows-java.sh").toString(), runtime.toString()),
                        Map.of());
            } catch (IllegalStateException said) {
                return Optional.empty();
            }
        }
        return Optional.of(WindowsJdk.fromRuntime(runtime, work));
    }

    /**
     * Builds them.
     *
     * @param parts the program, then the shrunk libraries
     * @param output gets the packages
     */
    void build(WindowsJdk jdk, List<JarContents> parts, Path output) throws IOException {
        build(jdk, parts, output, WindowsPackages::build);
    }

    /**
     * Builds the .msi of a later version, to try an update.
     *
     * @param parts the program, then the shrunk libraries
     * @param output gets the packages
     */
    void buildNext(WindowsJdk jdk, List<JarContents> parts, Path output) throws IOException {
        List<JarContents> next = withBuildProperty("version=" + version, parts);
        build(jdk, next, output, WindowsPackages::buildInstallers);
    }

    private void build(WindowsJdk jdk, List<JarContents> parts, Path output, PackageBuilder packages)
            throws IOException {
        Path module = work.resolve("program");
        ProgramModule.create(jdk.trial() ? marked(parts) : parts, RuntimeImage.MODULES, work, module);
        Path runtime = work.resolve("runtime");
        RuntimeImage.linkForWindows(jdk, javaFx, module, work, runtime);
        Path input = Files.createDirectories(work.resolve("input"));
        LicenceFiles.copy(Stream.concat(javaFx.stream(), libraries.stream().filter(it -> !RuntimeImage.isJavaFx(it)))
                .toList(), input.resolve("licences"));
        try (VirtualDisplay display = VirtualDisplay.open()
                .orElseThrow(() -> new IllegalStateException("Xvfb is not installed"));
                Wine wine = Wine.open(kept.resolve("wine"), display.environment())) {
            AotCache.trainForWindows(runtime, wine, display, input.resolve(AppImage.CACHE));
        }
        Path image = work.resolve(AppImage.NAME);
        WindowsImage.create(version, input, runtime, work.resolve("launcher"), image);
        Optional<WindowsSigner> signer = WindowsSigner.fromEnvironment(tools);
        if (signer.isEmpty() && jdk.trial()) {
            signer = Optional.of(WindowsSigner.withThrowawayKey(tools, work.resolve("signing")));
        }
        if (signer.isPresent()) {
            signer.get().signUnsigned(image);
        }
        FileTree.setTime(image, time);
        List<Path> installers = packages
                .build(new WindowsPackages(version, jdk.trial(), address, image, work, output));
        if (signer.isPresent()) {
            signer.get().sign(installers);
        } else {
            System.out.println("not signed: WINDOWS_SIGNING_KEYSTORE is not set");
        }
    }

    /** The program's {@code --version} says that it is a trial. */
    private static List<JarContents> marked(List<JarContents> parts) {
        return withBuildProperty("no.system.certificates=true", parts);
    }

    /** The last line with a name counts. */
    private static List<JarContents> withBuildProperty(String line, List<JarContents> parts) {
        JarContents program = parts.getFirst();
        String properties = new String(program.entries().get(BUILD_PROPERTIES), StandardCharsets.UTF_8);
        byte[] changed = (properties + '\n' + line + '\n').getBytes(StandardCharsets.UTF_8);
        List<JarContents> all = new ArrayList<>(parts);
        all.set(0, program.with(Map.of(BUILD_PROPERTIES, changed)));
        return List.copyOf(all);
    }
}
