package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleFilesTest {
    @TempDir private Path folder;

    @Test
    void filesOfAKilledProgramAreDeletedAndNoOthers() throws IOException {
        for (String name : new String[]{".keyturn-1.tmp", ".keyturn-2.alive", "expiry-book.json", "notes.tmp",
                ".keyturn-mine.alive", "x.alive"}) {
            Files.createFile(folder.resolve(name));
        }
        StaleFiles.delete(folder, Instant.now().plus(Duration.ofHours(2)));
        assertEquals(Set.of("expiry-book.json", "notes.tmp", ".keyturn-mine.alive", "x.alive"), names());
    }

    @Test
    void aFileThatMayStillBeInUseStays() throws IOException {
        Files.createFile(folder.resolve(".keyturn-1.tmp"));
        StaleFiles.delete(folder, Instant.now());
        assertEquals(Set.of(".keyturn-1.tmp"), names());
    }

    @Test
    void theLockOfThisProcessStaysUntilItIsClosed() throws IOException {
        try (ProcessLock lock = ProcessLock.create(folder)) {
            StaleFiles.delete(folder, Instant.now());
            assertEquals(Set.of(lock.fileName()), names());
            assertFalse(ProcessLock.isHeldByOther(folder, lock.fileName()));
        }
        assertEquals(Set.of(), names());
    }

    @Test
    void aMissingFolderIsNotCreated() {
        StaleFiles.delete(folder.resolve("none"), Instant.now());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
