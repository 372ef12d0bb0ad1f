package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.records.SaveNotes.Interrupted;
import app.keyturn.records.SaveNotes.Known;
import app.keyturn.records.SaveNotes.Unreadable;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import app.keyturn.testkit.FileReaders;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveNotesTest {
    private static final List<Interrupted> UNREADABLE = List.of(new Unreadable());
    private static final String SOME_FILE = "unfinished-save-some.json";

    @TempDir private Path folder;
    /** Those that were written to. */
    @AutoClose private final OpenedNotes opened = new OpenedNotes();

    @Test
    void withoutNotesNothingIsReportedAndNothingWritten() {
        assertEquals(List.of(), SaveNotes.in(folder.resolve("keyturn")).interrupted());
        assertFalse(Files.exists(folder.resolve("keyturn")));
    }

    @Test
    void aNoteIsFoundAtTheNextStart() throws IOException {
        opened.in(folder.resolve("keyturn")).write(note("Maple School", Step.SAVE));
        assertEquals(List.of(new Known(note("Maple School", Step.SAVE))),
                SaveNotes.in(folder.resolve("keyturn")).interrupted());
    }

    @Test
    void aNoteReplacesTheEarlierOneOfTheSameApp() throws IOException {
        withNote().write(note("Maple School", Step.CHECK));
        assertEquals(List.of(new Known(note("Maple School", Step.CHECK))), SaveNotes.in(folder).interrupted());
    }

    @Test
    void twoInterruptedAppsAreReportedTheLatestFirst() throws IOException {
        SaveNote later = new SaveNote(Portal.BUSINESS, "Oak School", "2222", "Apple", "bbbb",
                Instant.parse("2026-11-23T10:00:00Z"), Step.SAVE);
        withNote().write(later);
        SaveNotes next = SaveNotes.in(folder);
        assertEquals(List.of(new Known(later), new Known(note("Maple School", Step.SAVE))), next.interrupted());
        next.delete(later);
        assertEquals(List.of(new Known(note("Maple School", Step.SAVE))), SaveNotes.in(folder).interrupted());
    }

    @Test
    void aDeletedNoteIsGone() throws IOException {
        withNote().delete(note("Maple School", Step.SAVE));
        assertEquals(List.of(), SaveNotes.in(folder).interrupted());
        assertEquals(List.of(), files());
    }

    @Test
    void deletingAMissingNoteIsNoError() throws IOException {
        SaveNotes.in(folder.resolve("keyturn")).delete(note("Maple School", Step.SAVE));
        SaveNotes.in(folder.resolve("keyturn")).dismiss(new Unreadable());
        assertEquals(List.of(), files());
    }

    @Test
    void theFileContainsOnlyTheseMembers() throws IOException {
        assertEquals(
                Set.of("format", "portal", "organisation", "tenantId", "app", "appObjectId", "at", "step",
                        "writtenBy"),
                JsonParser.parseString(Files.readString(withNote().path(note("Maple School", Step.SAVE))))
                        .getAsJsonObject()
                        .keySet());
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assertEquals(List.of(), FileReaders.besidesTheOwner(withNote().path(note("Maple School", Step.SAVE))));
    }

    @Test
    void directionMarksAreRemovedFromNames() {
        assertEquals("Maple loohcS", note("Maple\n\u202EloohcS", Step.SAVE).tenantName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON {", "[]", "{\"format\": \"keyturn-unfinished-save\"}",
            "{\"format\": \"keyturn-unfinished-save\", \"portal\": \"SCHOOL\", \"organisation\": \"M\", "
                    + "\"tenantId\": \"1\", \"app\": \"A\", \"appObjectId\": \"a\", \"at\": \"soon\", \"step\": \"SAVE\"}",
            "{\"format\": \"another\", \"portal\": \"SCHOOL\", \"organisation\": \"M\", \"tenantId\": \"1\", "
                    + "\"app\": \"A\", \"appObjectId\": \"a\", \"at\": \"2026-11-22T10:00:00Z\", \"step\": \"SAVE\"}"})
    void aDamagedNoteIsRenamedAndReportedUntilItIsDismissed(String damaged) throws IOException {
        Files.writeString(folder.resolve(SOME_FILE), damaged);
        assertEquals(UNREADABLE, SaveNotes.in(folder).interrupted());
        assertEquals(List.of("unfinished-save-not-readable.json"), files());
        SaveNotes again = SaveNotes.in(folder);
        assertEquals(UNREADABLE, again.interrupted());
        again.dismiss(new Unreadable());
        assertEquals(List.of(), SaveNotes.in(folder).interrupted());
        assertEquals(List.of(), files());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNoteThatCannotBeReadNowStaysWhereItIs() throws IOException {
        Files.createSymbolicLink(folder.resolve(SOME_FILE), Path.of("/proc/self/mem"));
        assertEquals(UNREADABLE, SaveNotes.in(folder).interrupted());
        assertEquals(List.of(SOME_FILE), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {" (Jo's conflicted copy 2026-12-01)", "-LAPTOP-7", " (1)"})
    void whenTheOutcomeIsKnownCopiesOfTheNoteGoToo(String suffix) throws IOException {
        SaveNotes notes = withNote();
        Path file = notes.path(note("Maple School", Step.SAVE));
        Files.copy(file, folder.resolve(String.valueOf(file.getFileName()).replace(".json", suffix + ".json")));
        notes.delete(note("Maple School", Step.SAVE));
        assertEquals(List.of(), files());
    }

    @Test
    void aTooLongNoteIsDamaged() throws IOException {
        SaveNotes notes = withNote();
        Path file = notes.path(note("Maple School", Step.SAVE));
        Files.writeString(file, Files.readString(file) + " ".repeat(SaveNotes.MAX_BYTES));
        assertEquals(UNREADABLE, notes.interrupted());
    }

    @Test
    void aNoteThatIsNotTextIsDamaged() throws IOException {
        Files.write(folder.resolve(SOME_FILE), new byte[]{(byte) 0xC3, (byte) 0x28});
        assertEquals(UNREADABLE, SaveNotes.in(folder).interrupted());
    }

    @Test
    void afterADamagedNoteANewOneCanBeWritten() throws IOException {
        SaveNotes notes = opened.in(folder);
        Files.createDirectory(folder.resolve(SOME_FILE));
        assertEquals(UNREADABLE, notes.interrupted());
        notes.write(note("Maple School", Step.SAVE));
        assertEquals(List.of(new Known(note("Maple School", Step.SAVE)), new Unreadable()), notes.interrupted());
    }

    @Test
    void anotherWindowReportsTheNotesOfAWindowThatWasClosed() throws IOException {
        SaveNotes notes = withNote();
        assertEquals(2, files().size(), "the note and the lock");
        notes.close();
        assertEquals(1, files().size(), "the note");
        assertEquals(List.of(new Known(note("Maple School", Step.SAVE))), SaveNotes.in(folder).interrupted());
        notes.close();
        notes.write(note("Maple School", Step.CHECK));
        assertEquals(2, files().size(), "the note and a new lock");
    }

    @Test
    void aNoteThatCannotBeWrittenIsAnError() throws IOException {
        SaveNotes notWritable = SaveNotes.in(Files.createFile(folder.resolve("no-folder")));
        assertThrows(IOException.class, () -> notWritable.write(note("Maple School", Step.SAVE)));
        assertEquals(List.of(), notWritable.interrupted());
    }

    private SaveNotes withNote() throws IOException {
        SaveNotes notes = opened.in(folder);
        notes.write(note("Maple School", Step.SAVE));
        return notes;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static SaveNote note(String organisation, Step step) {
        return new SaveNote(Portal.SCHOOL, organisation, "1111", "Accounts to Apple", "aaaa",
                Instant.parse("2026-11-22T10:00:00Z"), step);
    }
}
