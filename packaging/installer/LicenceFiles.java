package installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences and notices in the libraries' jars, which have to be passed on; the joined module has no place for them.
 */
final class LicenceFiles {
    private static final Pattern NAME = Pattern.compile("(.*/)?[^/]*(LICEN[CS]E|NOTICE|COPYING|licen[cs]e)[^/]*");

    private LicenceFiles() {}

    /** Copies them, with a folder for each library. */
    static void copy(List<Path> libraries, Path folder) throws IOException {
        for (Path library : libraries) {
            Path target = folder.resolve(library.getFileName().toString().replaceAll("\\.jar$", ""));
            try (ZipFile zip = new ZipFile(library.toFile())) {
                for (ZipEntry entry : zip.stream().filter(LicenceFiles::isNotice).toList()) {
                    Files.createDirectories(target);
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.write(target.resolve(Path.of(entry.getName()).getFileName()), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static boolean isNotice(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && !name.endsWith(".class") && NAME.matcher(name).matches();
    }
}
