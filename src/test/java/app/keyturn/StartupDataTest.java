package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.log.ActivityLog;
import app.keyturn.platform.Folders;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.platform.StaleFiles;
import app.keyturn.records.SaveNote;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import app.keyturn.walkthrough.Walkthrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start reads before the window opens. */
class StartupDataTest {
    @TempDir private Path temporary;

    /** Homes in which nothing can be written, even by an administrator. */
    enum Home {
        MISSING, A_FILE, A_DEVICE, READ_ONLY, FULL_OF_FILES, SETTINGS_ARE_A_FOLDER
    }

    @ParameterizedTest
    @EnumSource
    void aStartDoesNotFailWhateverTheHomeFolderIsLike(Home home) throws IOException {
        StartupData startup = StartupData.of(new Folders(OperatingSystem.OTHER, _ -> Optional.empty(), path(home)));
        try (ActivityLog log = startup.log()) {
            assertEquals(List.of(), startup.book().entries());
            assertEquals(List.of(), startup.saveNotes().interrupted());
            log.started("1.2.3");
            startup.folders().forEach(folder -> StaleFiles.delete(folder, Instant.now()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "/dev/null", "/proc/nobody"})
    void aStartDoesNotFailWhateverTheVariablesSay(String value) {
        for (OperatingSystem system : OperatingSystem.values()) {
            StartupData startup = StartupData.of(new Folders(system, _ -> Optional.of(value), temporary));
            try (ActivityLog log = startup.log()) {
                assertEquals(List.of(), startup.book().entries());
                log.started("1.2.3");
            }
        }
    }

    private Path path(Home home) throws IOException {
        Path folder = temporary.resolve("home");
        return switch (home) {
            case MISSING -> folder;
            case A_FILE -> Files.createFile(folder);
            case A_DEVICE -> Path.of("/dev/null");
            case READ_ONLY -> Path.of("/proc");
            case FULL_OF_FILES -> {
                Files.createDirectory(folder);
                for (String name : List.of(".config", ".local")) {
                    Files.createFile(folder.resolve(name));
                }
                yield folder;
            }
            case SETTINGS_ARE_A_FOLDER -> {
                Files.createDirectories(folder.resolve(".config/keyturn/settings.properties"));
                Files.createDirectories(folder.resolve(".local/share/keyturn/expiry-book.json"));
                Files.createDirectories(folder.resolve(".local/state/keyturn/log/keyturn-0-0.log"));
                yield folder;
            }
        };
    }

    @Test
    void whatTheProgramHoldsOpenIsClosedWithIt() throws IOException {
        StartupData startup = StartupData.of(new Folders(OperatingSystem.OTHER, _ -> Optional.empty(), temporary));
        startup.saveNotes()
                .write(new SaveNote(Portal.SCHOOL, "Maple School", "1111", "Apple", "aaaa", Instant.EPOCH, Step.SAVE));
        assertTrue(startup.log().works());
        startup.close();
        for (Path folder : List.of(startup.folders().getFirst(), startup.log().folder())) {
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(), files.filter(file -> file.toString().matches(".*\\.(alive|lck)")).toList());
            }
        }
    }

    @Test
    void aWalkthroughNeitherReadsNorWritesTheUsersFiles(@TempDir Path pictures) {
        StartupData.begin(Arguments.of(List.of(Arguments.WALKTHROUGH + pictures)));
        StartupData startup = StartupData.await();
        try (ActivityLog log = startup.log()) {
            assertTrue(log.folder().startsWith(pictures));
            assertTrue(startup.settings().path().startsWith(pictures));
            assertEquals(List.of(), startup.book().entries());
            assertEquals(List.of(), startup.saveNotes().interrupted());
            assertEquals(List.of(Walkthrough.settings(pictures)), startup.folders());
            assertEquals(Locale.getDefault().getLanguage(), startup.messages().locale().getLanguage());
        }
    }
}
