package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.ProcessLock;
import app.keyturn.platform.StaleFiles;
import app.keyturn.records.SaveNotes.Known;
import app.keyturn.records.SaveNotes.Unreadable;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import app.keyturn.testkit.ChildProcess;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One window saves in another process while a second one is opened. */
class TwoWindowsTest {
    @TempDir private Path folder;

    @Test
    void aSaveInAnotherWindowIsReportedOnlyOnceThatIsKilled() throws Exception {
        try (ChildProcess other = ChildProcess.start(SavingProcess.class, folder.toString())) {
            other.awaitLine(SavingProcess.WRITTEN);
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
            other.awaitLine(SavingProcess.WRITTEN);
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

    @ParameterizedTest
    @CsvSource({"step, PREPARE", "portal, UNIVERSITY", "format, keyturn-unfinished-save-2", "at, yesterday",
            "appObjectId, ''"})
    void aNoteOfALaterVersionIsLeftAloneWhileItsWriterLivesAndReportedAfterwards(String member, String word)
            throws Exception {
        try (ChildProcess other = ChildProcess.start(SavingProcess.class, folder.toString())) {
            other.awaitLine(SavingProcess.WRITTEN);
            Path file = SaveNotes.in(folder).path(SavingProcess.NOTE);
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (word.isEmpty()) {
                json.remove(member);
            } else {
                json.addProperty(member, word);
            }
            Files.writeString(file, json.toString());
            SaveNotes notes = SaveNotes.in(folder);
            assertEquals(List.of(), notes.interrupted());
            notes.dismiss(new Unreadable());
            assertEquals(json.toString(), Files.readString(file));
            other.kill();
            assertEquals(List.of(new Unreadable()), notes.interrupted());
            assertEquals(json.toString(), Files.readString(file), "the later version can still read it");
            notes.dismiss(new Unreadable());
            assertEquals(List.of(), notes.interrupted());
        }
    }

    /** With no pause between them, one window saves while the other one looks. */
    @Test
    void aNoteThatIsTakenAwayWhileItIsLookedAtIsNoNote() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread saving = Thread.ofPlatform().start(() -> {
            try (ProcessLock _ = ProcessLock.create(folder)) {
                SaveNotes own = SaveNotes.in(folder);
                while (!stop.get()) {
                    own.write(SavingProcess.NOTE);
                    own.delete(SavingProcess.NOTE);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        SaveNotes notes = SaveNotes.in(folder);
        for (int looks = 0; looks < 2000; looks++) {
            assertFalse(notes.interrupted().contains(new Unreadable()));
        }
        stop.set(true);
        saving.join();
        assertEquals(List.of(), notes.interrupted());
    }

    /** A damaged note may name anything, such as what cannot be part of a path on Linux or on Windows. */
    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "", ".", "a\u0000b", "C:x", "what?", "CON", "<|>", "end ", "\uD800"})
    void theWriterOfANoteMustBeAFileInTheSameFolder(String writer) throws IOException {
        try (SaveNotes notes = SaveNotes.in(folder)) {
            notes.write(SavingProcess.NOTE);
        }
        Path note = SaveNotes.in(folder).path(SavingProcess.NOTE);
        JsonObject json = JsonParser.parseString(Files.readString(note)).getAsJsonObject();
        assertTrue(json.has("writtenBy"));
        json.addProperty("writtenBy", writer);
        Files.writeString(note, json.toString().replace("\uD800", "\\ud800"));
        assertEquals(List.of(new Known(SavingProcess.NOTE)), SaveNotes.in(folder).interrupted());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
