package installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The packages for Windows: an .msi for one person, who needs no rights for it, an .msi for all users of a computer, for
 * departments that forbid programs in users' folders, and a .zip that needs no installation. {@code
 * packaging/windows/keyturn.wxs} is the template of both.
 */
final class WindowsPackages {
    /** Debian's and Ubuntu's package wixl; it makes an .msi on any system. */
    static final String TOOL = "wixl";
    private static final int BYTES_IN_KIB = 1024;

    /**
     * Whom an .msi is for.
     *
     * @param suffix what its file's name has after the version
     * @param scope WiX's word
     * @param upgradeCode tells Windows that a newer .msi replaces an older one; it never changes
     * @param registry where Windows wants a mark for a shortcut
     * @param parents the folders around the program's, as WiX writes them
     */
    private record Scope(String suffix, String scope, String upgradeCode, String registry, List<String> parents) {
        /** Not %LOCALAPPDATA%\Keyturn: the user's data is there. */
        static final Scope PERSON = new Scope("", "perUser", "6b0c5d0e-6a5f-4f0e-9a7b-0e3c8b6a1d52", "HKCU",
                List.of("<Directory Id=\"LocalAppDataFolder\">", "<Directory Id=\"Programs\" Name=\"Programs\">"));
        static final Scope COMPUTER = new Scope("-all-users", "perMachine", "0f4c3b84-9a4e-4c55-8d0a-3d8f9f5b7c21",
                "HKLM", List.of("<Directory Id=\"ProgramFiles64Folder\">"));

        /** The same for the same file in every version, as Windows demands of components. */
        String component(String file) {
            return UUID.nameUUIDFromBytes((upgradeCode + "/" + file).getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    private final String version;
    private final String name;
    private final String address;
    private final Path image;
    private final Path work;
    private final Path output;

    /**
     * Prepares the packages.
     *
     * @param version three numbers
     * @param trial true if they are not fit for a release; their names say so
     * @param address the program's page; empty if there is none
     * @param image the program's {@link AppImage}, in the folder {@code work}
     * @param work a folder for intermediate files
     * @param output gets the packages
     */
    WindowsPackages(String version, boolean trial, String address, Path image, Path work, Path output) {
        this.version = version;
        this.name = trial ? "-trial" : "";
        this.address = address;
        this.image = image;
        this.work = work;
        this.output = output;
    }

    /** Builds them, and returns the two .msi. */
    List<Path> build() throws IOException {
        buildZip(output.resolve(fileName("") + ".zip"));
        List<Path> installers = buildInstallers();
        MsiCabinet.replace(installers, filesByKey(), work);
        return installers;
    }

    /** Builds the two .msi alone, larger and in less time. */
    List<Path> buildInstallers() throws IOException {
        return List.of(buildMsi(Scope.PERSON), buildMsi(Scope.COMPUTER));
    }

    private String fileName(String suffix) {
        return "keyturn-" + version + "-windows-x64" + suffix + name;
    }

    private Path buildMsi(Scope scope) throws IOException {
        Path source = work.resolve("keyturn" + scope.suffix() + ".wxs");
        StringBuilder components = new StringBuilder();
        String folders = folders(scope, components);
        Template.fill(Path.of("packaging", "windows", "keyturn.wxs"), source,
                Map.ofEntries(Map.entry("NAME", "Keyturn"), Map.entry("VERSION", version),
                        Map.entry("UPGRADE_CODE", scope.upgradeCode()), Map.entry("SCOPE", scope.scope()),
                        Map.entry("SUMMARY", AppImage.SUMMARY), Map.entry("LINKS", links()),
                        Map.entry("KIB", String.valueOf(kibibytes())), Map.entry("REGISTRY", scope.registry()),
                        Map.entry("START_MENU", scope.component("Start menu")), Map.entry("FOLDERS", folders),
                        Map.entry("COMPONENTS", components.toString())));
        Path msi = output.resolve(fileName(scope.suffix()) + ".msi");
        // wixl finds files below one folder only.
        Files.copy(Path.of("icons", "keyturn.ico"), work.resolve("keyturn.ico"), StandardCopyOption.REPLACE_EXISTING);
        Commands.run(List.of(TOOL, "--arch", "x64", "--includedir", work.toString(), "--output", msi.toString(),
                source.toString()), Map.of());
        return msi;
    }

    private String links() {
        return address.isEmpty()
                ? ""
                : """
                        <Property Id="ARPURLINFOABOUT" Value="%1$s" />
                        <Property Id="ARPHELPLINK" Value="%1$s" />""".formatted(address);
    }

    /** The program's folders, with a component for each file; the components' names are added to the list. */
    private String folders(Scope scope, StringBuilder components) throws IOException {
        StringBuilder folders = new StringBuilder();
        scope.parents().forEach(parent -> folders.append(parent).append('\n'));
        addFolder(image, "INSTALLDIR", AppImage.NAME, scope, folders, components);
        folders.append("</Directory>\n".repeat(scope.parents().size()));
        return folders.toString();
    }

    private void addFolder(Path folder, String id, String folderName, Scope scope, StringBuilder folders,
            StringBuilder components) throws IOException {
        folders.append("<Directory Id=\"").append(id).append("\" Name=\"").append(folderName).append("\">\n");
        try (Stream<Path> content = Files.list(folder)) {
            for (Path path : content.sorted().toList()) {
                String relative = FileTree.relativeName(image, path);
                String part = "_" + scope.component(relative).replace("-", "");
                if (Files.isDirectory(path)) {
                    addFolder(path, "d" + part, path.getFileName().toString(), scope, folders, components);
                } else {
                    folders.append("""
                            <Component Id="c%s" Guid="%s" Win64="yes"><File Id="%s" Source="%s" KeyPath="yes" /></Component>
                            """.formatted(part, scope.component(relative), fileKey(path),
                            FileTree.relativeName(work, path)));
                    components.append("<ComponentRef Id=\"c").append(part).append("\" />\n");
                }
            }
        }
        folders.append("</Directory>\n");
    }

    private Map<String, Path> filesByKey() throws IOException {
        return FileTree.list(image)
                .stream()
                .filter(Files::isRegularFile)
                .collect(Collectors.toMap(this::fileKey, it -> it));
    }

    /** What a file is called in the table File and in the cabinet, which is the same in both .msi. */
    private String fileKey(Path file) {
        String relative = FileTree.relativeName(image, file);
        return "f_" + UUID.nameUUIDFromBytes(relative.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    }

    private long kibibytes() throws IOException {
        long bytes = 0;
        for (Path path : FileTree.list(image)) {
            bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return bytes / BYTES_IN_KIB;
    }

    /** Its folder is not called Keyturn: unpacked beside the user's data, the two would be one. */
    private void buildZip(Path file) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path path : FileTree.list(image)) {
                if (Files.isRegularFile(path)) {
                    ZipEntry entry = new ZipEntry("keyturn-" + version + "/" + FileTree.relativeName(image, path));
                    FileTime time = Files.getLastModifiedTime(path);
                    entry.setLastModifiedTime(time);
                    out.putNextEntry(entry);
                    Files.copy(path, out);
                    out.closeEntry();
                }
            }
        }
    }
}
