package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The packages for Linux: a .deb, an archive that needs no installation, and an .rpm where rpmbuild is there. Made with
 * those systems' own tools, since the launcher is not jpackage's. The texts that lie in them are in {@code packaging/linux},
 * with gaps such as {@code @VERSION@}.
 */
public final class LinuxPackages {
    static final String SUMMARY = "Renews the yearly token between Apple and Microsoft Entra ID";
    private static final Path TEMPLATES = Path.of("packaging", "linux");
    private static final Path ICONS = Path.of("src", "main", "resources", "app", "keyturn", "icons");
    private static final int BYTES_IN_KIB = 1024;

    private final String version;
    private final FileTime time;
    private final Path image;
    private final Path work;
    private final Path output;

    /**
     * Prepares them.
     *
     * @param time what every packed file is dated with
     * @param image with the cache in it
     * @param work a folder for what is needed on the way
     * @param output gets the packages
     */
    LinuxPackages(String version, FileTime time, Path image, Path work, Path output) {
        this.version = version;
        this.time = time;
        this.image = image;
        this.work = work;
        this.output = output;
    }

    void make() throws IOException {
        Path stage = stage();
        portable(stage.resolve("opt/keyturn"));
        if (Commands.isThere("dpkg-deb")) {
            deb(stage);
        } else {
            System.out.println("No .deb is made: dpkg-deb is not there.");
        }
        if (Commands.isThere("rpmbuild")) {
            rpm(stage);
        } else {
            System.out.println("No .rpm is made: rpmbuild is not there.");
        }
    }

    /** Everything where it will lie on a person's computer. */
    private Path stage() throws IOException {
        Path stage = Files.createDirectories(work.resolve("stage"));
        Files.createDirectories(stage.resolve("opt"));
        Commands.copy(image, stage.resolve("opt/keyturn"));
        Path share = stage.resolve("usr/share");
        fill("keyturn.desktop", share.resolve("applications/keyturn.desktop"), Map.of());
        fill("app.keyturn.Keyturn.metainfo.xml", share.resolve("metainfo/app.keyturn.Keyturn.metainfo.xml"), Map.of());
        fill("copyright", share.resolve("doc/keyturn/copyright"), Map.of());
        Path icons = share.resolve("icons/hicolor");
        for (int size : new int[]{16, 32, 48, 256}) {
            put(ICONS.resolve("keyturn-" + size + ".png"), icons.resolve(size + "x" + size + "/apps/keyturn.png"));
        }
        put(Path.of("icons", "keyturn.svg"), icons.resolve("scalable/apps/keyturn.svg"));
        Path link = Files.createDirectories(stage.resolve("usr/bin")).resolve("keyturn");
        Files.createSymbolicLink(link, Path.of("../../opt/keyturn/bin/Keyturn"));
        for (Path path : Commands.below(stage)) {
            // The builder's umask must not decide who may read the program.
            if (!Files.isSymbolicLink(path)) {
                boolean open = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        Commands.date(stage, time);
        return stage;
    }

    private void deb(Path stage) throws IOException {
        Path deb = work.resolve("deb");
        Commands.copy(stage, deb);
        String architecture = Commands.ask("dpkg", "--print-architecture");
        fill("control", deb.resolve("DEBIAN/control"), Map.of("ARCHITECTURE", architecture, "KIB", String.valueOf(kibibytes(stage))));
        Commands.date(deb, time);
        pack(deb, output.resolve("keyturn_" + version + "_" + architecture + ".deb"), time);
    }

    /**
     * Makes a .deb of a folder that has its {@code DEBIAN/control}.
     *
     * @param time no file is dated later
     */
    public static void pack(Path folder, Path deb, FileTime time) throws IOException {
        Commands.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", folder.toString(), deb.toString()),
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(time.toInstant().getEpochSecond())));
    }

    private void rpm(Path stage) throws IOException {
        Path top = Files.createDirectories(work.resolve("rpm"));
        Path spec = top.resolve("keyturn.spec");
        fill("keyturn.spec", spec, Map.of("STAGE", stage.toString()));
        Commands.run(List.of("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + top, "--define", "_rpmdir " + output, "--define",
                "_rpmfilename keyturn-" + version + ".%{ARCH}.rpm", spec.toString()), Map.of("SOURCE_DATE_EPOCH", epoch()));
    }

    /** The same image for a person who may not install, or has neither of the two package systems. */
    private void portable(Path program) throws IOException {
        String name = "keyturn-" + version;
        Commands.run(List.of("tar", "--create", "--gzip", "--file",
                output.resolve(name + "-linux-" + Commands.ask("uname", "-m") + ".tar.gz").toString(), "--sort=name", "--owner=0",
                "--group=0", "--numeric-owner", "--transform", "s,^" + program.getFileName() + "," + name + ",S", "--directory",
                program.getParent().toString(), program.getFileName().toString()), Map.of());
    }

    /** Copies a text and fills its gaps. Lines that begin with # are for who reads the template, and left out. */
    private void fill(String template, Path target, Map<String, String> gaps) throws IOException {
        String text = Files.readString(TEMPLATES.resolve(template)).lines().filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
        text = text.replace("@VERSION@", version).replace("@SUMMARY@", SUMMARY)
                .replace("@DATE@", time.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString());
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            text = text.replace("@" + gap.getKey() + "@", gap.getValue());
        }
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private static void put(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private String epoch() {
        return String.valueOf(time.toInstant().getEpochSecond());
    }

    /** As Debian's policy counts: each file rounded up to whole KiB. */
    private static long kibibytes(Path stage) throws IOException {
        long sum = 0;
        for (Path path : Commands.below(stage)) {
            sum += Files.isRegularFile(path) ? Math.ceilDiv(Files.size(path), BYTES_IN_KIB) : 1;
        }
        return sum;
    }
}
