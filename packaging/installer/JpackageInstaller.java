package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The packages for Windows (.msi, and a .zip that needs no installation) and macOS (.dmg), made by jpackage of the image.
 * Nobody has run this yet: there was neither Windows nor a Mac to build on.
 *
 * <p>Once the program in the image has been signed, they are made anew, in the project's folder:
 * {@code java packaging/installer/JpackageInstaller.java VERSION IMAGE OUTPUT}.
 */
final class JpackageInstaller {
    private JpackageInstaller() {}

    public static void main(String[] arguments) throws IOException {
        make(arguments[0], Path.of(arguments[1]).toAbsolutePath(), Path.of(arguments[2]).toAbsolutePath());
    }

    static void make(String version, Path image, Path output) throws IOException {
        if (Commands.onWindows()) {
            Commands.jdk("jpackage", List.of("--type", "msi", "--name", "Keyturn", "--app-version", version, "--vendor", "Keyturn",
                    "--description", LinuxPackages.SUMMARY, "--app-image", image.toString(), "--dest", output.toString(),
                    "--win-per-user-install", "--win-menu", "--win-upgrade-uuid", "6b0c5d0e-6a5f-4f0e-9a7b-0e3c8b6a1d52"));
            zip(image, output.resolve("keyturn-" + version + "-windows.zip"));
        } else {
            Commands.jdk("jpackage", List.of("--type", "dmg", "--name", "Keyturn", "--app-version", version, "--vendor", "Keyturn",
                    "--description", LinuxPackages.SUMMARY, "--app-image", image.toString(), "--dest", output.toString()));
        }
    }

    private static void zip(Path image, Path file) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path path : Commands.below(image)) {
                if (Files.isRegularFile(path)) {
                    ZipEntry entry = new ZipEntry(image.getParent().relativize(path).toString().replace('\\', '/'));
                    entry.setLastModifiedTime(Files.getLastModifiedTime(path));
                    out.putNextEntry(entry);
                    Files.copy(path, out);
                    out.closeEntry();
                }
            }
        }
    }
}
