package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with everything below it. */
public final class FileTree {
    private FileTree() {}

    /** The folder itself and everything below it, parents first, in an order that is the same on every machine. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.comparing(path -> relativeName(folder, path))).toList();
        }
    }

    /** The path below the folder, with slashes on every system. */
    static String relativeName(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : list(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Copies a folder with its times, permissions and links. */
    public static void copy(Path from, Path to) throws IOException {
        for (Path path : list(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Gives everything the same time, so that two builds of the same source differ as little as possible. */
    static void setTime(Path folder, FileTime time) throws IOException {
        for (Path path : list(folder).reversed()) {
            if (!Files.isSymbolicLink(path)) {
                Files.setLastModifiedTime(path, time);
            }
        }
    }
}
