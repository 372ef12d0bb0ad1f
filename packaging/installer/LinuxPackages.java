package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packages for Linux: a .deb, an archive that needs no installation, and an .rpm where rpmbuild is installed. They
 * are built with those systems' own tools, since jpackage cannot package another launcher than its own. {@code
 * packaging/linux} has templates with placeholders such as {@code @VERSION@}.
 */
public final class LinuxPackages {
    private static final Path TEMPLATES = Path.of("packaging", "linux");
    private static final Path ICONS = Path.of("src", "main", "resources", "app", "keyturn", "icons");
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 256);
    private static final int BYTES_IN_KIB = 1024;

    private final String version;
    private final FileTime time;
    private final Path image;
    private final Path work;
    private final Path output;

    /**
     * Prepares the packages.
     *
     * @param time the time that all packed files get
     * @param image the program's {@link AppImage}
     * @param work a folder for intermediate files
     * @param output gets the packages
     */
    LinuxPackages(String version, FileTime time, Path image, Path work, Path output) {
        this.version = version;
        this.time = time;
        this.image = image;
        this.work = work;
        this.output = output;
    }

    void build() throws IOException {
        Path stage = stage();
        buildArchive(stage);
        if (Commands.isInstalled("dpkg-deb")) {
            buildDeb(stage);
        } else {
            System.out.println("No .deb is built: dpkg-deb is not installed.");
        }
        if (Commands.isInstalled("rpmbuild")) {
            buildRpm(stage);
        } else {
            System.out.println("No .rpm is built: rpmbuild is not installed.");
        }
    }

    /** Puts every file where it belongs on a user's computer. */
    private Path stage() throws IOException {
        Path stage = Files.createDirectories(work.resolve("stage"));
        Files.createDirectories(stage.resolve("opt"));
        FileTree.copy(image, stage.resolve("opt/keyturn"));
        Path share = stage.resolve("usr/share");
        fill("keyturn.desktop", share.resolve("applications/keyturn.desktop"), Map.of());
        fill("app.keyturn.Keyturn.metainfo.xml", share.resolve("metainfo/app.keyturn.Keyturn.metainfo.xml"), Map.of());
        fill("copyright", share.resolve("doc/keyturn/copyright"), Map.of());
        Path icons = share.resolve("icons/hicolor");
        for (int size : ICON_SIZES) {
            copy(ICONS.resolve("keyturn-" + size + ".png"), icons.resolve(size + "x" + size + "/apps/keyturn.png"));
        }
        copy(Path.of("icons", "keyturn.svg"), icons.resolve("scalable/apps/keyturn.svg"));
        Path link = Files.createDirectories(stage.resolve("usr/bin")).resolve("keyturn");
        Files.createSymbolicLink(link, Path.of("../../opt/keyturn/bin/Keyturn"));
        setPermissions(stage);
        FileTree.setTime(stage, time);
        return stage;
    }

    /** Makes the files readable for everybody, whatever the umask of the build is. */
    private static void setPermissions(Path stage) throws IOException {
        for (Path path : FileTree.list(stage)) {
            if (!Files.isSymbolicLink(path)) {
                String permissions = Files.isDirectory(path) || Files.isExecutable(path) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    private void buildDeb(Path stage) throws IOException {
        Path deb = work.resolve("deb");
        FileTree.copy(stage, deb);
        String architecture = Commands.output("dpkg", "--print-architecture");
        fill("control", deb.resolve("DEBIAN/control"),
                Map.of("ARCHITECTURE", architecture, "KIB", String.valueOf(kibibytes(stage))));
        FileTree.setTime(deb, time);
        packDeb(deb, output.resolve("keyturn_" + version + "_" + architecture + ".deb"), time);
    }

    /**
     * Packs a folder with a {@code DEBIAN/control} as a .deb.
     *
     * @param time no file gets a later time
     */
    public static void packDeb(Path folder, Path deb, FileTime time) throws IOException {
        Commands.run(
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", folder.toString(), deb.toString()),
                Map.of("SOURCE_DATE_EPOCH", epochSeconds(time)));
    }

    private void buildRpm(Path stage) throws IOException {
        Path top = Files.createDirectories(work.resolve("rpm"));
        Path spec = top.resolve("keyturn.spec");
        fill("keyturn.spec", spec, Map.of("STAGE", stage.toString()));
        Commands.run(
                List.of("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + top, "--define", "_rpmdir " + output,
                        "--define", "_rpmfilename keyturn-" + version + ".%{ARCH}.rpm", spec.toString()),
                Map.of("SOURCE_DATE_EPOCH", epochSeconds(time)));
    }

    /** For users who may not install programs, or whose system has neither dpkg nor rpm. */
    private void buildArchive(Path stage) throws IOException {
        String name = "keyturn-" + version;
        Path archive = output.resolve(name + "-linux-" + Commands.output("uname", "-m") + ".tar.gz");
        Commands.run(List.of("tar", "--create", "--gzip", "--file", archive.toString(), "--sort=name", "--owner=0",
                "--group=0", "--numeric-owner", "--transform", "s,^keyturn," + name + ",S", "--directory",
                stage.resolve("opt").toString(), "keyturn"), Map.of());
    }

    private void fill(String template, Path target, Map<String, String> values) throws IOException {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(Map.of("VERSION", version, "SUMMARY", AppImage.SUMMARY, "DATE",
                time.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()));
        Template.fill(TEMPLATES.resolve(template), target, all);
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private static String epochSeconds(FileTime time) {
        return String.valueOf(time.toInstant().getEpochSecond());
    }

    /** The size as Debian's policy counts it: each file rounded up to whole KiB, 1 KiB for anything else. */
    private static long kibibytes(Path stage) throws IOException {
        long sum = 0;
        for (Path path : FileTree.list(stage)) {
            sum += Files.isRegularFile(path) ? Math.ceilDiv(Files.size(path), BYTES_IN_KIB) : 1;
        }
        return sum;
    }
}
