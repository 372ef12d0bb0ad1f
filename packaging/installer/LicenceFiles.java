package installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the libraries' makers ask to be passed on with them; one jar has no place for the notices of fifty. */
final class LicenceFiles {
    private static final String NOTICE = "(.*/)?[^/]*(LICEN[CS]E|NOTICE|COPYING|licen[cs]e)[^/]*";

    private LicenceFiles() {}

    /** Copies the licences and notices that lie in the libraries into a folder, those of each in one of its own. */
    static void collect(List<Path> libraries, Path folder) throws IOException {
        for (Path library : libraries) {
            String jar = library.getFileName().toString();
            try (ZipFile zip = new ZipFile(library.toFile())) {
                for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory() && isNotice(it.getName())).toList()) {
                    Path target = folder.resolve(jar.substring(0, jar.length() - ".jar".length())).resolve(
                            entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.write(target, in.readAllBytes());
                    }
                }
            }
        }
    }

    private static boolean isNotice(String name) {
        return !name.endsWith(".class") && name.matches(NOTICE);
    }
}
