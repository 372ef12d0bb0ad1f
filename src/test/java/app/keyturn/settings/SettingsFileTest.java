package app.keyturn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.settings.SettingsIssue.BadFile;
import app.keyturn.settings.SettingsIssue.Fault;
import app.keyturn.settings.SettingsIssue.UnknownKey;
import app.keyturn.testkit.FileReaders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Settings CHANGED = Settings.DEFAULTS
            .with(Setting.CLIENT_ID, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
            .with(Setting.ORGANISATION, "maple.example")
            .with(Setting.CLOUD, "us-gov-gcc-high")
            .with(Setting.PROXY, "none")
            .with(Setting.LANGUAGE, "en")
            .with(Setting.APPEARANCE, "dark");

    @TempDir private Path directory;

    @Test
    void writtenSettingsCanBeRead() throws IOException {
        for (Settings settings : List.of(CHANGED, Settings.DEFAULTS)) {
            file().write(settings, EnumSet.allOf(Setting.class));
            assertEquals(settings, file().read().settings());
            assertEquals(List.of(), file().read().issues());
        }
    }

    @Test
    void theFileHasOneLineForEachSetting() throws IOException {
        file().write(CHANGED, EnumSet.allOf(Setting.class));
        assertEquals("""
                # Settings of Keyturn
                client-id=0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0
                organisation=maple.example
                cloud=us-gov-gcc-high
                proxy=none
                language=en
                appearance=dark
                """, Files.readString(file().path()));
    }

    @Test
    void aMissingFileMeansTheDefaultsAndIsNotCreated() throws IOException {
        assertEquals(ParsedSettings.empty(), file().read());
        assertEquals(List.of(), filesIn(directory));
    }

    @Test
    void anUnknownKeyIsReportedAndTheRestIsTaken() throws IOException {
        writeFile("organisation=maple.example\nf\u00e4rg=r\u00f6d\n");
        assertEquals(List.of(new UnknownKey("f\u00e4rg")), file().read().issues());
        assertEquals(Optional.of("maple.example"), file().read().settings().organisation());
    }

    @Test
    void aFileOfTheMaximumLengthIsReadAndALongerOneIsNot() throws IOException {
        String line = "appearance=dark\n#";
        writeFile(line + "x".repeat(SettingsFile.MAX_BYTES - line.length()));
        assertEquals(Settings.Appearance.DARK, file().read().settings().appearance());
        writeFile(line + "x".repeat(SettingsFile.MAX_BYTES - line.length() + 1));
        assertEquals(unusable(Fault.TOO_LONG), file().read());
    }

    @Test
    void aDamagedFileMeansTheDefaults() throws IOException {
        writeFile("appearance=dark\norganisation=\\u00zz\n");
        assertEquals(unusable(Fault.DAMAGED), file().read());
        Files.write(file().path(), new byte[]{'a', '=', (byte) 0xC3, (byte) 0x28});
        assertEquals(unusable(Fault.DAMAGED), file().read());
    }

    @Test
    void aFolderInPlaceOfTheFileMeansTheDefaults() throws IOException {
        Files.createDirectories(file().path());
        assertEquals(unusable(Fault.UNREADABLE), file().read());
        assertThrows(FileSystemException.class, () -> file().write(CHANGED, EnumSet.allOf(Setting.class)));
    }

    @Test
    void onlyTheOwnerMayReadItEvenIfOthersCouldBefore() throws IOException {
        writeFile("appearance=light\n");
        assertTrue(file().path().toFile().setReadable(true, false));
        file().write(CHANGED, EnumSet.allOf(Setting.class));
        assertEquals(List.of(), FileReaders.besidesTheOwner(file().path()));
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        file().write(CHANGED, EnumSet.allOf(Setting.class));
        file().write(Settings.DEFAULTS, EnumSet.allOf(Setting.class));
        assertEquals(Set.of(folder().resolve(".keyturn-settings.lock"), file().path()), Set.copyOf(filesIn(folder())));
    }

    @Test
    void settingsThatCannotBeWrittenApplyUntilTheProgramEnds() throws IOException {
        Files.writeString(directory.resolve("keyturn"), "a file where the folder should be");
        StoredSettings stored = StoredSettings.load(folder());
        assertThrows(IOException.class, () -> stored.save(CHANGED));
        assertEquals(CHANGED, stored.effective());
        assertEquals(Settings.DEFAULTS, StoredSettings.load(folder()).effective());
    }

    @Test
    void savingReplacesInvalidValuesSoThatTheIssuesAreGone() throws IOException {
        writeFile("cloud=moon\nlanguage=e\u017f\n");
        StoredSettings stored = StoredSettings.load(folder());
        assertEquals(2, stored.issues().size());
        stored.save(CHANGED);
        assertEquals(List.of(), stored.issues());
        assertEquals(CHANGED, StoredSettings.load(folder()).effective());
    }

    private SettingsFile file() {
        return new SettingsFile(folder());
    }

    private Path folder() {
        return directory.resolve("keyturn");
    }

    private void writeFile(String text) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file().path(), text);
    }

    private static ParsedSettings unusable(Fault fault) {
        return new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of(new BadFile(fault)));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
