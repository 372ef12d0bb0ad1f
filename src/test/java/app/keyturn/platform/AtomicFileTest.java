package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.testkit.FileReaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @Test
    void replacesAnOlderFile() throws IOException {
        Path file = Files.writeString(folder.resolve("receipt.html"), "old");
        AtomicFile.write(file, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        Path file = folder.resolve("receipt.html");
        AtomicFile.write(file, NEW);
        assertEquals(List.of(), FileReaders.besidesTheOwner(file));
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        Path target = Files.createDirectory(folder.resolve("receipt.html"));
        assertNotWritten(target);
        assertEquals(List.of(target), files());
    }

    @Test
    void leavesNoTemporaryFileIfTheMoveFails() throws IOException {
        assertNotWritten(folder.resolve("x".repeat(300)));
        assertEquals(List.of(), files());
    }

    @Test
    void needsAnExistingFolder() {
        assertNotWritten(folder.resolve("missing").resolve("receipt.html"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsTheOldFileIfItCannotBeReplaced() throws IOException {
        Path file = Path.of("/proc/version");
        String old = Files.readString(file);
        assertNotWritten(file);
        assertEquals(old, Files.readString(file));
    }

    private static void assertNotWritten(Path target) {
        FileSystemException exception = assertThrows(FileSystemException.class, () -> AtomicFile.write(target, NEW));
        assertEquals(target.toString(), exception.getFile());
        assertEquals("The file could not be written; nothing there was changed", exception.getReason());
        assertNotNull(exception.getCause());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
