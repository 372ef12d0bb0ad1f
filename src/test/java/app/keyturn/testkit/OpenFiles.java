package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a file in a temporary folder open: Windows cannot delete such a folder, and a program that
 * forgets to close its files locks others out of them. Applies to all tests. It can only look on Linux, where
 * {@code /proc/self/fd} lists the open files (Linux man-pages, "proc_pid_fd(5)").
 */
public final class OpenFiles implements BeforeEachCallback {
    private static final Path OPEN = Path.of("/proc/self/fd");
    /** How the names of JUnit's temporary folders begin. */
    private static final String TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"), "junit-").toString();
    /** So that only the first test is blamed. */
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeEach(ExtensionContext test) {
        // Closed after everything that the test closes itself, and before its temporary folder is deleted.
        AutoCloseable check = OpenFiles::check;
        test.getStore(ExtensionContext.Namespace.create(OpenFiles.class)).put(test.getUniqueId(), check);
    }

    private static void check() throws IOException {
        if (Files.isDirectory(OPEN)) {
            assertEquals(List.of(), inTemporaryFolders(), "files that the test left open");
        }
    }

    private static List<String> inTemporaryFolders() throws IOException {
        try (Stream<Path> open = Files.list(OPEN)) {
            return open.flatMap(file -> target(file).stream())
                    .filter(file -> file.startsWith(TEMPORARY))
                    .filter(REPORTED::add)
                    .toList();
        }
    }

    /** Empty if it was closed meanwhile. */
    private static Optional<String> target(Path file) {
        try {
            return Optional.of(Files.readSymbolicLink(file).toString());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
