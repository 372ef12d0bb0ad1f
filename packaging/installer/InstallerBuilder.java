package installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.stream.Stream;

/**
 * Builds what people install on the system it runs on: the program and its libraries, shrunk ({@link LibraryShrinker}), as one module
 * ({@link ProgramModule}), that in a runtime of our own ({@link RuntimeImage}), that with a cache of classes
 * ({@link AotCache}) and a launcher in an image ({@link AppImage}), and that in packages ({@link LinuxPackages},
 * {@link JpackageInstaller}).
 *
 * <p>Run by {@code mvn -Pinstaller verify}, in the project's folder:
 * {@code java packaging/installer/InstallerBuilder.java VERSION TIME JAR CLASSPATH SHRINKER-CLASSPATH OUTPUT}. The packages and their
 * SHA-256 sums lie in OUTPUT, what was needed on the way in OUTPUT/work. TIME is what every packed file is dated with.
 */
final class InstallerBuilder {
    private InstallerBuilder() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        String version = arguments[0].replace("-SNAPSHOT", "");
        FileTime time = FileTime.from(Instant.parse(arguments[1]));
        Path jar = Path.of(arguments[2]).toAbsolutePath();
        List<Path> libraries = Arrays.stream(arguments[3].split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        Path output = Path.of(arguments[5]).toAbsolutePath();
        Commands.delete(output);
        Path work = Files.createDirectories(output.resolve("work"));

        JarContents ours = JarContents.of(jar);
        CompiledStyleSheets.check(ours);
        CompiledStyleSheets.pack(ours, libraries, work.resolve("sheets-of-ours"));
        JarContents shrunk = LibraryShrinker.shrink(arguments[4], jar, libraries, work.resolve("shrink"));
        CompiledStyleSheets.pack(shrunk, libraries, work.resolve("sheets-of-libraries"));
        Path modules = work.resolve("program");
        Path program = ProgramModule.make(List.of(ours, shrunk), RuntimeImage.MODULES, work, modules);
        if (Commands.onLinux()) {
            ModuleTrimmer.check(Stream.concat(libraries.stream().filter(RuntimeImage::isJavaFx), Stream.of(program)).toList());
        }
        Path runtime = work.resolve("runtime");
        RuntimeImage.make(libraries, modules, work, runtime);
        Path input = Files.createDirectories(work.resolve("input"));
        LicenceFiles.collect(libraries, input.resolve("licences"));
        AotCache.train(runtime, work.resolve("training"), input.resolve(AppImage.CACHE));
        Path image = AppImage.make(version, input, runtime, work);
        Commands.date(image, time);
        if (Commands.onLinux()) {
            new LinuxPackages(version, time, image, work, output).make();
        } else {
            JpackageInstaller.make(version, image, output);
        }
        sum(output);
    }

    /** Writes the sums in the form that {@code sha256sum -c SHA256SUMS} reads. */
    private static void sum(Path output) throws IOException, GeneralSecurityException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> made = Files.list(output)) {
            for (Path file : made.filter(Files::isRegularFile).sorted().toList()) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file.getFileName()).append('\n');
                System.out.println("Made " + file + ", " + Files.size(file) + " bytes");
            }
        }
        Files.writeString(output.resolve("SHA256SUMS"), sums);
    }
}
