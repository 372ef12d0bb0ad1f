package app.keyturn.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Symbolic links, which not every account may create: on Windows it takes a right or the developer mode. Wine 8 says that
 * it has created one and has not.
 */
public final class SymbolicLinks {
    private SymbolicLinks() {}

    /** Creates a link; skips the test where this account may not. */
    public static Path create(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
            return Files.isSymbolicLink(link) ? link : abort("this system has no symbolic links");
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException e) {
            return abort("this account may not create symbolic links: " + e.getReason());
        }
    }
}
