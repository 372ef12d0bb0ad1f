package app.keyturn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Settings SET = Settings.DEFAULTS
            .with(Setting.CLIENT_ID, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
            .with(Setting.ORGANISATION, "maple.example")
            .with(Setting.CLOUD, "us-gov-gcc-high")
            .with(Setting.PROXY, "none")
            .with(Setting.LANGUAGE, "en")
            .with(Setting.APPEARANCE, "dark");

    @TempDir
    private Path home;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        for (Settings settings : List.of(SET, Settings.DEFAULTS)) {
            file().write(settings);
            assertEquals(settings, file().read().settings());
            assertEquals(List.of(), file().read().issues());
        }
    }

    @Test
    void itIsALineASettingInPlainText() throws IOException {
        file().write(SET);
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
    void readingWithoutAFileIsTheUsualAndCreatesNothing() throws IOException {
        assertEquals(ParsedSettings.none(), file().read());
        assertEquals(List.of(), in(home));
    }

    @Test
    void anUnknownKeyIsNamedAndTheRestIsTaken() throws IOException {
        put("organisation=maple.example\nf\u00e4rg=r\u00f6d\n");
        assertEquals(List.of(new UnknownKey("f\u00e4rg")), file().read().issues());
        assertEquals(Optional.of("maple.example"), file().read().settings().organisation());
    }

    @Test
    void aFileOfTheGreatestLengthIsReadAndALongerOneIsNot() throws IOException {
        String line = "appearance=dark\n#";
        put(line + "x".repeat(SettingsFile.LONGEST - line.length()));
        assertEquals(Settings.Appearance.DARK, file().read().settings().appearance());
        put(line + "x".repeat(SettingsFile.LONGEST - line.length() + 1));
        assertEquals(nothing(Fault.TOO_LONG), file().read());
    }

    @Test
    void aDamagedFileIsTheUsual() throws IOException {
        put("appearance=dark\norganisation=\\u00zz\n");
        assertEquals(nothing(Fault.DAMAGED), file().read());
        Files.write(file().path(), new byte[]{'a', '=', (byte) 0xC3, (byte) 0x28});
        assertEquals(nothing(Fault.DAMAGED), file().read());
    }

    @Test
    void whatIsNoFileIsTheUsual() throws IOException {
        Files.createDirectories(file().path());
        assertEquals(nothing(Fault.UNREADABLE), file().read());
        assertThrows(FileSystemException.class, () -> file().write(SET));
    }

    @Test
    void onlyItsOwnerMayReadItEvenIfEverybodyCouldBefore() throws IOException {
        put("appearance=light\n");
        assertTrue(file().path().toFile().setReadable(true, false));
        file().write(SET);
        assertEquals(List.of(), FileReaders.besidesTheOwner(file().path()));
    }

    @Test
    void nothingIsLeftBesideIt() throws IOException {
        file().write(SET);
        file().write(Settings.DEFAULTS);
        assertEquals(List.of(file().path()), in(folder()));
    }

    @Test
    void whatCannotBeWrittenIsInForceUntilTheEnd() throws IOException {
        Files.writeString(home.resolve("keyturn"), "a file where the folder should be");
        StoredSettings stored = StoredSettings.load(folder());
        assertThrows(IOException.class, () -> stored.save(SET));
        assertEquals(SET, stored.effective());
        assertEquals(Settings.DEFAULTS, StoredSettings.load(folder()).effective());
    }

    @Test
    void afterWritingNothingIsWrongAnyMore() throws IOException {
        put("nonsense=1\n");
        StoredSettings stored = StoredSettings.load(folder());
        assertFalse(stored.issues().isEmpty());
        stored.save(SET);
        assertEquals(List.of(), stored.issues());
        assertEquals(SET, StoredSettings.load(folder()).effective());
    }

    private SettingsFile file() {
        return new SettingsFile(folder());
    }

    private Path folder() {
        return home.resolve("keyturn");
    }

    private void put(String text) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file().path(), text);
    }

    private static ParsedSettings nothing(Fault fault) {
        return new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of(new BadFile(fault)));
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
