package installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the installer for the operating system it runs on, and on Linux the one for Windows too. The steps:
 *
 * <ol>
 * <li>{@link CompiledStyleSheets} adds JavaFX's binary form to each style sheet.
 * <li>{@link LibraryShrinker} leaves out what the program cannot reach.
 * <li>{@link ProgramModule} joins program and libraries to one module.
 * <li>{@link RuntimeImage} links it with the JDK's and JavaFX's modules, trimmed by {@link ModuleTrimmer}.
 * <li>{@link AotCache} starts the result once and keeps the classes that were loaded.
 * <li>{@link LinuxImage}, {@link WindowsImage} or {@link MacPackages} adds a launcher.
 * <li>{@link LinuxPackages}, {@link WindowsPackages} or {@link MacPackages} makes the packages.
 * </ol>
 *
 * <p>Run in the project's folder with the arguments of {@link #main}. The packages and {@code SHA256SUMS} are left in
 * OUTPUT, the results of each step in OUTPUT/steps, those for Windows in OUTPUT/steps/windows.
 */
final class InstallerBuilder {
    private final Options options;
    private final Path output;
    private final Path work;

    /**
     * What to build.
     *
     * @param version three numbers
     * @param time the time that all packed files get
     * @param jar the program
     * @param libraries its libraries, JavaFX included
     * @param tools the class path with ProGuard and jsign
     * @param windowsJavaFx the folder with JavaFX's jars for Windows
     */
    private record Options(String version, FileTime time, Path jar, List<Path> libraries, String tools,
            Path windowsJavaFx) {}

    private InstallerBuilder(Options options, Path output) {
        this.options = options;
        this.output = output;
        this.work = output.resolve("steps");
    }

    /**
     * Builds it. System properties: {@code windows.packages} is true to build those for Windows too, {@code
     * windows.jmods} names the modules of a JDK for Windows or is empty, {@code windows.next} is a later version, which is
     * built for Windows too, in OUTPUT/steps/windows-next, to try an update, or empty; {@code release.page} is the
     * program's page or empty.
     *
     * @param arguments VERSION, the TIME that all packed files get, JAR, CLASSPATH, TOOLS-CLASSPATH, WINDOWS-JAVAFX,
     *        OUTPUT
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        List<Path> libraries = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(arguments[3])
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        new InstallerBuilder(
                new Options(arguments[0].replace("-SNAPSHOT", ""), FileTime.from(Instant.parse(arguments[1])),
                        Path.of(arguments[2]).toAbsolutePath(), libraries, arguments[4],
                        Path.of(arguments[5]).toAbsolutePath()),
                Path.of(arguments[6]).toAbsolutePath()).build();
    }

    private void build() throws IOException, GeneralSecurityException {
        FileTree.delete(output);
        Files.createDirectories(work);
        List<JarContents> parts = parts();
        Path input = Files.createDirectories(work.resolve("input"));
        Path runtime = runtime(parts);
        LicenceFiles.copy(options.libraries(), input.resolve("licences"));
        AotCache.train(runtime, work.resolve("training"), input.resolve(AppImage.CACHE));
        switch (TargetSystem.host()) {
            case LINUX -> {
                Path image = work.resolve(AppImage.NAME);
                LinuxImage.create(input, runtime, image);
                FileTree.setTime(image, options.time());
                new LinuxPackages(options.version(), options.time(), image, work, output).build();
                if (Boolean.getBoolean("windows.packages")) {
                    buildForWindows(parts);
                }
            }
            case MAC -> {
                Path image = MacPackages.createImage(options.version(), input, runtime, work);
                FileTree.setTime(image, options.time());
                MacPackages.build(options.version(), image, output);
            }
            case WINDOWS -> System.out.println("No .msi is built: that is done on Linux.");
        }
        writeChecksums();
    }

    /** The program, then its shrunk libraries, both with compiled style sheets. */
    private List<JarContents> parts() throws IOException {
        JarContents program = JarContents.read(options.jar());
        JarContents shrunk = LibraryShrinker.shrink(options.tools(), options.jar(), options.libraries(),
                work.resolve("shrink"));
        CompiledStyleSheets sheets = new CompiledStyleSheets(options.libraries());
        sheets.checkUnused(program);
        return List.of(sheets.addTo(program, work.resolve("sheets-of-program")),
                sheets.addTo(shrunk, work.resolve("sheets-of-libraries")));
    }

    private Path runtime(List<JarContents> parts) throws IOException {
        Path modules = work.resolve("program");
        Path joined = ProgramModule.create(parts, RuntimeImage.MODULES, work, modules);
        if (TargetSystem.host() == TargetSystem.LINUX) {
            Stream<Path> javaFx = options.libraries().stream().filter(RuntimeImage::isJavaFx);
            ModuleTrimmer.checkUnused(Stream.concat(javaFx, Stream.of(joined)).toList());
        }
        Path runtime = work.resolve("runtime");
        RuntimeImage.link(options.libraries(), modules, work, runtime);
        return runtime;
    }

    private void buildForWindows(List<JarContents> parts) throws IOException {
        Optional<String> impossible = WindowsBuild.reasonImpossible();
        if (impossible.isPresent()) {
            System.out.println("No .msi is built: " + impossible.get() + ".");
            return;
        }
        Path windows = Files.createDirectories(work.resolve("windows"));
        Optional<Path> jmods = property("windows.jmods").map(Path::of);
        Path kept = Files.createDirectories(output.resolveSibling("windows"));
        Optional<WindowsJdk> jdk = WindowsBuild.jdk(jmods, kept, windows);
        if (jdk.isEmpty()) {
            System.out.println("No .msi is built: there is no Java for Windows.");
            return;
        }
        List<Path> javaFx;
        try (Stream<Path> jars = Files.list(options.windowsJavaFx())) {
            javaFx = jars.sorted().toList();
        }
        ModuleTrimmer.checkUnused(javaFx);
        String address = property("release.page").orElse("");
        new WindowsBuild(options.version(), options.time(), address, options.libraries(), javaFx, options.tools(), kept,
                windows).build(jdk.get(), parts, output);
        Optional<String> next = property("windows.next");
        if (next.isPresent()) {
            Path folder = Files.createDirectories(work.resolve("windows-next"));
            new WindowsBuild(next.get(), options.time(), address, options.libraries(), javaFx, options.tools(), kept,
                    folder).buildNext(jdk.get(), parts, folder);
        }
    }

    private static Optional<String> property(String name) {
        return Optional.of(System.getProperty(name, "")).filter(value -> !value.isBlank());
    }

    /** In the form that {@code sha256sum --check SHA256SUMS} reads. */
    private void writeChecksums() throws IOException, GeneralSecurityException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> packages = Files.list(output)) {
            for (Path file : packages.filter(Files::isRegularFile).sorted().toList()) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file.getFileName()).append('\n');
                System.out.println("Built " + file + ", " + Files.size(file) + " bytes");
            }
        }
        Files.writeString(output.resolve("SHA256SUMS"), sums);
    }
}
