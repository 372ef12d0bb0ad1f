package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.StaleFiles;
import app.keyturn.records.SaveNotes.Known;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import app.keyturn.testkit.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One window saves in another process while a second one is opened. */
class TwoWindowsTest {
    @TempDir private Path folder;

    @Test
    void aSaveInAnotherWindowIsReportedOnlyOnceThatIsKilled() throws Exception {
        try (ChildProcess other = ChildProcess.start(SavingProcess.class, folder.toString())) {
            assertEquals(SavingProcess.WRITTEN, other.line());
            SaveNotes notes = SaveNotes.in(folder);
            assertEquals(List.of(), notes.interrupted());
            StaleFiles.delete(folder, Instant.now());
            assertEquals(List.of(), notes.interrupted(), "after stale files are deleted");
            other.kill();
            assertEquals(List.of(new Known(SavingProcess.NOTE)), notes.interrupted());
            notes.dismiss(new Known(SavingProcess.NOTE));
            StaleFiles.delete(folder, Instant.now());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void twoWindowsCanSaveForTwoOrganisations() throws Exception {
        try (ChildProcess other = ChildProcess.start(SavingProcess.class, folder.toString())) {
            assertEquals(SavingProcess.WRITTEN, other.line());
            SaveNotes notes = SaveNotes.in(folder);
            SaveNote own = new SaveNote(Portal.SCHOOL, "Oak School", "2222", "Apple", "bbbb", Instant.EPOCH,
                    Step.SAVE);
            assertEquals(Optional.empty(), notes.find(own));
            notes.write(own);
            assertEquals(List.of(new Known(own)), notes.interrupted());
            notes.delete(own);
            other.kill();
            assertEquals(List.of(new Known(SavingProcess.NOTE)), notes.interrupted());
        }
    }

    @Test
    void theWriterOfANoteMustBeAFileInTheSameFolder() throws IOException {
        SaveNotes.in(folder).write(SavingProcess.NOTE);
        Path note = SaveNotes.in(folder).path(SavingProcess.NOTE);
        String text = Files.readString(note);
        assertTrue(text.contains("writtenBy"));
        Files.writeString(note, text.replaceAll("\"writtenBy\": \"[^\"]+\"", "\"writtenBy\": \"../../etc/passwd\""));
        assertEquals(List.of(new Known(SavingProcess.NOTE)), SaveNotes.in(folder).interrupted());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
