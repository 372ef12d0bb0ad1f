package bench;

import installer.AppImage;
import installer.Commands;
import installer.FileTree;
import installer.LinuxImage;
import installer.LinuxPackages;
import installer.RuntimeImage;
import installer.TargetSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is compared: Keyturn as its .deb installs it and without its AOT cache, and the bare window packaged with
 * jpackage's defaults and with Keyturn's Java options. Each is unpacked in a folder, its .deb beside it.
 */
enum MeasuredProgram {
    BARE("Bare window", "opt/bare/bin/Bare", "bare"),
    /** Separates the gain of the cache from the gain of the options. */
    BARE_SAME_OPTIONS("Bare window, Keyturn's Java options", "opt/bare/bin/Bare", "bare-same-options"), KEYTURN(
            "Keyturn", "opt/keyturn/bin/Keyturn",
            "keyturn"), KEYTURN_NO_CACHE("Keyturn without its cache", "opt/keyturn/bin/Keyturn", "keyturn-no-cache");

    private static final Path BARE_SETTINGS = Path.of("opt/bare/lib/app/Bare.cfg");

    private final String title;
    private final String launcher;
    private final String folder;

    MeasuredProgram(String title, String launcher, String folder) {
        this.title = title;
        this.launcher = launcher;
        this.folder = folder;
    }

    /** Its name in the table. */
    String title() {
        return title;
    }

    /** The folder it is unpacked in. */
    Path folder(Path work) {
        return work.resolve(folder);
    }

    Path launcher(Path work) {
        return folder(work).resolve(launcher);
    }

    /** True if its classes have to come from an AOT cache. */
    boolean usesCache() {
        return this == KEYTURN;
    }

    /** The size of its .deb in bytes; a few more Java options do not change it. */
    long packedSize(Path work) throws IOException {
        return Files.size(work.resolve((this == BARE_SAME_OPTIONS ? BARE : this).folder + ".deb"));
    }

    /** The size of all its files together in bytes. */
    long installedSize(Path work) throws IOException {
        Path root = folder(work);
        long sum = 0;
        for (Path path : FileTree.list(root)) {
            if (Files.isRegularFile(path) && !root.relativize(path).startsWith("DEBIAN")) {
                sum += Files.size(path);
            }
        }
        return sum;
    }

    /**
     * Builds all of them.
     *
     * @param installer the folder with the .deb
     * @param libraries the program's libraries, JavaFX included
     * @param work gets the programs
     * @param time the time that all packed files get
     */
    static void buildAll(Path installer, List<Path> libraries, Path work, FileTime time) throws IOException {
        Path keyturn = work.resolve(KEYTURN.folder);
        Files.copy(deb(installer), work.resolve(KEYTURN.folder + ".deb"));
        Commands.run(
                List.of("dpkg-deb", "--raw-extract", work.resolve(KEYTURN.folder + ".deb").toString(),
                        keyturn.toString()),
                Map.of());

        Path plain = work.resolve(KEYTURN_NO_CACHE.folder);
        FileTree.copy(keyturn, plain);
        Path launcher = KEYTURN_NO_CACHE.launcher(work);
        Files.writeString(launcher, LinuxImage.withoutCache(Files.readString(launcher)));
        Files.delete(plain.resolve("opt/keyturn/lib/app").resolve(AppImage.CACHE));
        LinuxPackages.packDeb(plain, work.resolve(KEYTURN_NO_CACHE.folder + ".deb"), time);

        Path bare = buildBare(RuntimeImage.javaFxModules(libraries, _ -> true, work), work);
        LinuxPackages.packDeb(bare, work.resolve(BARE.folder + ".deb"), time);
        Path same = work.resolve(BARE_SAME_OPTIONS.folder);
        FileTree.copy(bare, same);
        Path bareSettings = same.resolve(BARE_SETTINGS);
        Files.write(
                bareSettings, Stream
                        .concat(Files.readAllLines(bareSettings).stream(),
                                AppImage.javaOptions(TargetSystem.LINUX)
                                        .stream()
                                        .map(option -> "java-options=" + option))
                        .toList());
    }

    private static Path deb(Path installer) throws IOException {
        try (Stream<Path> files = Files.list(installer)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no .deb in " + installer));
        }
    }

    /**
     * As most projects do it: jpackage lets jlink build a runtime of the needed modules, and no Java option is set. The
     * same jlink options and dpkg-deb are used for both, so that only the programs differ.
     */
    private static Path buildBare(Path jmods, Path work) throws IOException {
        Path classes = work.resolve("bare-classes");
        Commands.jdkTool("javac", List.of("--module-path", jmods.toString(), "--add-modules", "javafx.controls", "-d",
                classes.toString(), Path.of("packaging", "bench", "BareWindow.java").toString()));
        Path input = Files.createDirectories(work.resolve("bare-input"));
        Commands.jdkTool("jar",
                List.of("--create", "--file", input.resolve("bare.jar").toString(), "-C", classes.toString(), "."));
        Path image = work.resolve("bare-image");
        Commands.jdkTool("jpackage", List.of("--type", "app-image", "--name", "Bare", "--input", input.toString(),
                "--main-jar", "bare.jar", "--main-class", "bench.BareWindow", "--module-path", jmods.toString(),
                "--add-modules", "javafx.controls", "--jlink-options",
                "--strip-native-commands " + String.join(" ", RuntimeImage.LINK_OPTIONS), "--dest", image.toString()));
        Path bare = work.resolve(BARE.folder);
        Files.createDirectories(bare.resolve("opt"));
        FileTree.copy(image.resolve("Bare"), bare.resolve("opt/bare"));
        Files.createDirectories(bare.resolve("DEBIAN"));
        Files.writeString(bare.resolve("DEBIAN/control"), """
                Package: bare
                Version: 1.0
                Architecture: %s
                Maintainer: Keyturn <maintainers@keyturn.invalid>
                Description: What Keyturn is compared with
                """.formatted(Commands.output("dpkg", "--print-architecture")));
        return bare;
    }
}
