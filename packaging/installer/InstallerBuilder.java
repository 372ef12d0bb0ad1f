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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the installer for the operating system it runs on. The steps:
 *
 * <ol>
 * <li>{@link CompiledStyleSheets} adds JavaFX's binary form to each style sheet.
 * <li>{@link LibraryShrinker} leaves out what the program cannot reach.
 * <li>{@link ProgramModule} joins program and libraries to one module.
 * <li>{@link RuntimeImage} links it with the JDK's and JavaFX's modules, on Linux trimmed by {@link ModuleTrimmer}.
 * <li>{@link AotCache} starts the result once and keeps the classes that were loaded.
 * <li>{@link AppImage} adds a launcher.
 * <li>{@link LinuxPackages} or {@link JpackageInstaller} makes the packages.
 * </ol>
 *
 * <p>Run in the project's folder with the arguments of {@link #main}. The packages and {@code SHA256SUMS} are left in
 * OUTPUT, the results of each step in OUTPUT/work.
 */
final class InstallerBuilder {
    private final String version;
    private final FileTime time;
    private final Path jar;
    private final List<Path> libraries;
    private final String shrinkerClassPath;
    private final Path output;

    private InstallerBuilder(String version, FileTime time, Path jar, List<Path> libraries, String shrinkerClassPath,
            Path output) {
        this.version = version;
        this.time = time;
        this.jar = jar;
        this.libraries = libraries;
        this.shrinkerClassPath = shrinkerClassPath;
        this.output = output;
    }

    /**
     * Builds it.
     *
     * @param arguments VERSION, the TIME that all packed files get, JAR, CLASSPATH, SHRINKER-CLASSPATH, OUTPUT
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        List<Path> libraries = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(arguments[3])
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        new InstallerBuilder(arguments[0].replace("-SNAPSHOT", ""), FileTime.from(Instant.parse(arguments[1])),
                Path.of(arguments[2]).toAbsolutePath(), libraries, arguments[4], Path.of(arguments[5]).toAbsolutePath())
                .build();
    }

    private void build() throws IOException, GeneralSecurityException {
        FileTree.delete(output);
        Path work = Files.createDirectories(output.resolve("work"));
        Path image = image(runtime(work), work);
        FileTree.setTime(image, time);
        if (HostSystem.isLinux()) {
            new LinuxPackages(version, time, image, work, output).build();
        } else {
            JpackageInstaller.build(version, image, output);
        }
        writeChecksums();
    }

    private Path runtime(Path work) throws IOException {
        JarContents program = JarContents.read(jar);
        JarContents shrunk = LibraryShrinker.shrink(shrinkerClassPath, jar, libraries, work.resolve("shrink"));
        CompiledStyleSheets sheets = new CompiledStyleSheets(libraries);
        sheets.checkUnused(program);
        List<JarContents> parts = List.of(sheets.addTo(program, work.resolve("sheets-of-program")),
                sheets.addTo(shrunk, work.resolve("sheets-of-libraries")));
        Path modules = work.resolve("program");
        Path joined = ProgramModule.create(parts, RuntimeImage.MODULES, work, modules);
        if (HostSystem.isLinux()) {
            Stream<Path> javaFx = libraries.stream().filter(RuntimeImage::isJavaFx);
            ModuleTrimmer.checkUnused(Stream.concat(javaFx, Stream.of(joined)).toList());
        }
        Path runtime = work.resolve("runtime");
        RuntimeImage.link(libraries, modules, work, runtime);
        return runtime;
    }

    private Path image(Path runtime, Path work) throws IOException {
        Path input = Files.createDirectories(work.resolve("input"));
        LicenceFiles.copy(libraries, input.resolve("licences"));
        AotCache.train(runtime, work.resolve("training"), input.resolve(AppImage.CACHE));
        return AppImage.create(version, input, runtime, work);
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
