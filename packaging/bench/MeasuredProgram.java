package bench;

import installer.AppImage;
import installer.Commands;
import installer.LinuxPackages;
import installer.RuntimeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is compared: Keyturn as its .deb installs it and as it would be without its cache of classes, and the bare window
 * packaged with jpackage's defaults and with Keyturn's Java options. Each lies unpacked in a folder, its .deb beside it.
 */
enum MeasuredProgram {
    BARE("Bare window", "opt/bare/bin/Bare", "bare"),
    /** Tells what the cache gains from what Keyturn's options gain. */
    BARE_SAME_OPTIONS("Bare window, Keyturn's Java options", "opt/bare/bin/Bare", "bare-same-options"),
    KEYTURN("Keyturn", "opt/keyturn/bin/Keyturn", "keyturn"),
    KEYTURN_NO_CACHE("Keyturn without its cache", "opt/keyturn/bin/Keyturn", "keyturn-no-cache");

    private static final Path BARE_SETTINGS = Path.of("opt/bare/lib/app/Bare.cfg");

    private final String title;
    private final String launcher;
    private final String folder;

    MeasuredProgram(String title, String launcher, String folder) {
        this.title = title;
        this.launcher = launcher;
        this.folder = folder;
    }

    /** What the table calls it. */
    String title() {
        return title;
    }

    Path launcher(Path work) {
        return work.resolve(folder).resolve(launcher);
    }

    /** True if its classes have to come from a cache. */
    boolean cached() {
        return this == KEYTURN;
    }

    /** The size of its .deb in bytes; a few Java options more make no other one. */
    long packed(Path work) throws IOException {
        return Files.size(work.resolve((this == BARE_SAME_OPTIONS ? BARE : this).folder + ".deb"));
    }

    /** What all its files have together in bytes. */
    long installed(Path work) throws IOException {
        Path root = work.resolve(folder);
        long sum = 0;
        for (Path path : Commands.below(root)) {
            if (Files.isRegularFile(path) && !root.relativize(path).startsWith("DEBIAN")) {
                sum += Files.size(path);
            }
        }
        return sum;
    }

    /**
     * Makes all of them.
     *
     * @param installer the folder that InstallerBuilder filled
     * @param libraries JavaFX's jars among others
     * @param work gets them
     * @param time what the packed files are dated with
     */
    static void make(Path installer, List<Path> libraries, Path work, FileTime time) throws IOException {
        Path keyturn = work.resolve(KEYTURN.folder);
        Files.copy(deb(installer), work.resolve(KEYTURN.folder + ".deb"));
        Commands.run(List.of("dpkg-deb", "--raw-extract", work.resolve(KEYTURN.folder + ".deb").toString(), keyturn.toString()),
                Map.of());

        Path plain = work.resolve(KEYTURN_NO_CACHE.folder);
        Commands.copy(keyturn, plain);
        Path launcher = KEYTURN_NO_CACHE.launcher(work);
        Files.writeString(launcher, AppImage.withoutCache(Files.readString(launcher)));
        Files.delete(plain.resolve("opt/keyturn/lib/app").resolve(AppImage.CACHE));
        LinuxPackages.pack(plain, work.resolve(KEYTURN_NO_CACHE.folder + ".deb"), time);

        Path bare = bare(RuntimeImage.modules(libraries, _ -> true, work), work);
        LinuxPackages.pack(bare, work.resolve(BARE.folder + ".deb"), time);
        Path same = work.resolve(BARE_SAME_OPTIONS.folder);
        Commands.copy(bare, same);
        Path bareSettings = same.resolve(BARE_SETTINGS);
        Files.write(bareSettings, Stream.concat(Files.readAllLines(bareSettings).stream(),
                AppImage.options().stream().map(option -> "java-options=" + option)).toList());
    }

    private static Path deb(Path installer) throws IOException {
        try (Stream<Path> files = Files.list(installer)) {
            return files.filter(file -> file.toString().endsWith(".deb")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no .deb in " + installer));
        }
    }

    /**
     * As a usual project would: jpackage has jlink make a runtime of the modules that are needed, and no Java option is set.
     * jlink packs it as it packs Keyturn's, and dpkg-deb both, so that nothing but the programs differs.
     */
    private static Path bare(Path jmods, Path work) throws IOException {
        Path classes = work.resolve("bare-classes");
        Commands.jdk("javac", List.of("--module-path", jmods.toString(), "--add-modules", "javafx.controls", "-d", classes.toString(),
                Path.of("packaging", "bench", "BareWindow.java").toString()));
        Path input = Files.createDirectories(work.resolve("bare-input"));
        Commands.jdk("jar", List.of("--create", "--file", input.resolve("bare.jar").toString(), "-C", classes.toString(), "."));
        Path image = work.resolve("bare-image");
        Commands.jdk("jpackage", List.of("--type", "app-image", "--name", "Bare", "--input", input.toString(), "--main-jar", "bare.jar",
                "--main-class", "bench.BareWindow", "--module-path", jmods.toString(), "--add-modules", "javafx.controls",
                "--jlink-options", "--strip-native-commands " + String.join(" ", RuntimeImage.PACKING), "--dest", image.toString()));
        Path bare = work.resolve(BARE.folder);
        Files.createDirectories(bare.resolve("opt"));
        Commands.copy(image.resolve("Bare"), bare.resolve("opt/bare"));
        Files.createDirectories(bare.resolve("DEBIAN"));
        Files.writeString(bare.resolve("DEBIAN/control"), """
                Package: bare
                Version: 1.0
                Architecture: %s
                Maintainer: Keyturn <maintainers@keyturn.invalid>
                Description: What Keyturn is compared with
                """.formatted(Commands.ask("dpkg", "--print-architecture")));
        return bare;
    }
}
