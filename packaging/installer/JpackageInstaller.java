package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The packages for Windows (.msi, and a .zip that needs no installation) and macOS (.dmg), built by jpackage from the
 * image. Not yet run on Windows or macOS.
 */
final class JpackageInstaller {
    /** Tells Windows that a newer .msi replaces an older one. */
    private static final String UPGRADE_CODE = "6b0c5d0e-6a5f-4f0e-9a7b-0e3c8b6a1d52";

    private JpackageInstaller() {}

    /**
     * Builds the packages again, after the program in the image was signed.
     *
     * @param arguments VERSION, IMAGE, OUTPUT
     */
    public static void main(String[] arguments) throws IOException {
        build(arguments[0], Path.of(arguments[1]).toAbsolutePath(), Path.of(arguments[2]).toAbsolutePath());
    }

    static void build(String version, Path image, Path output) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", HostSystem.isWindows() ? "msi" : "dmg", "--name",
                "Keyturn", "--app-version", version, "--vendor", "Keyturn", "--description", AppImage.SUMMARY,
                "--app-image", image.toString(), "--dest", output.toString()));
        if (HostSystem.isWindows()) {
            // Not %LOCALAPPDATA%\Keyturn, the default: the user's data is there, and an update empties the folder.
            arguments.addAll(List.of("--win-per-user-install", "--install-dir", "Programs\\Keyturn", "--win-menu",
                    "--win-upgrade-uuid", UPGRADE_CODE));
        }
        Commands.jdkTool("jpackage", arguments);
        if (HostSystem.isWindows()) {
            zip(image, output.resolve("keyturn-" + version + "-windows.zip"));
        }
    }

    private static void zip(Path image, Path file) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path path : FileTree.list(image)) {
                if (Files.isRegularFile(path)) {
                    ZipEntry entry = new ZipEntry(image.getFileName() + "/" + FileTree.relativeName(image, path));
                    entry.setLastModifiedTime(Files.getLastModifiedTime(path));
                    out.putNextEntry(entry);
                    Files.copy(path, out);
                    out.closeEntry();
                }
            }
        }
    }
}
