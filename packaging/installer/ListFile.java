package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A list in {@code packaging/installer}: one item a line; empty lines and lines that begin with # do not count. */
final class ListFile {
    private ListFile() {}

    static List<String> read(String name) throws IOException {
        return Files.readAllLines(path(name))
                .stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Where the file is, seen from the project's folder. */
    static Path path(String name) {
        return Path.of("packaging", "installer", name);
    }
}
