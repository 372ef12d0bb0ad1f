package app.keyturn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.ProxyVariables;
import app.keyturn.platform.TrustedFile;
import app.keyturn.settings.SettingsIssue.BadFile;
import app.keyturn.settings.SettingsIssue.Fault;
import app.keyturn.settings.SettingsIssue.ProxyFault;
import app.keyturn.settings.SettingsIssue.UnknownKey;
import app.keyturn.settings.SettingsIssue.UnusableProxy;
import app.keyturn.settings.StoredSettings.SaveResult;
import app.keyturn.testkit.SymbolicLinks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one changed setting leaves alone in the user's file. */
class SettingsKeptTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"\"\", \"# Settings of Keyturn~text-size=125~\"",
            "\"text-size=150~\", \"text-size=125~\"",
            "\"# mine~~cloud=china~\", \"# mine~~cloud=china~text-size=125~\"",
            "\"text-size : 150\", \"text-size=125\"", "\"a=1~text-size=150~b=2\", \"a=1~text-size=125~b=2\"",
            "\"text-size=150~a=1~text-size=175~\", \"a=1~text-size=125~\"",
            "\"text\\u002dsize=150~\", \"text-size=125~\"",
            "\"text-size=\\~  150~a=1~\", \"text-size=125~a=1~\"",
            "\"a=b\\~text-size=150~\", \"a=b\\~text-size=150~text-size=125~\"",
            "\"#a\\~text-size=150~\", \"#a\\~text-size=125~\"", "\"a=1^~text-size=150^~\", \"a=1^~text-size=125^~\"",
            "\"a=1^~b=2^~\", \"a=1^~b=2^~text-size=125^~\"", "\"a=1\", \"a=1~text-size=125~\"",
            "\"# text-size=150~\", \"# text-size=150~text-size=125~\"",
            "\"appearance=sepia~\", \"appearance=sepia~text-size=125~\"",
            "\"  ~ ! x~\", \"  ~ ! x~text-size=125~\"", "\"text-size=huge~\", \"text-size=125~\"",
            "\"text-size=125~#~\", \"text-size=125~#~\"", "\"m=ü山~\", \"m=ü山~text-size=125~\""})
    void onlyTheLineOfTheSettingIsWritten(String before, String after) throws IOException {
        if (!before.isEmpty()) {
            write(lines(before));
        }
        assertEquals(SaveResult.WRITTEN, load().set(Setting.TEXT_SIZE, "125"));
        assertEquals(lines(after), Files.readString(file()));
        assertEquals(125, load().effective().textSize());
    }

    @ParameterizedTest
    @CsvSource({"'text-size=150~a=1~', 'a=1~'", "'a=1~', 'a=1~'", "'text-size=125~#~text-size=150', '#~'",
            "'text-size=100~', 'text-size=100~'"})
    void theDefaultNeedsNoLine(String before, String after) throws IOException {
        write(lines(before));
        load().set(Setting.TEXT_SIZE, "100");
        assertEquals(lines(after), Files.readString(file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aFileWithAByteOrderMarkIsReadAndKeepsItsEncoding(String charset) throws IOException {
        Charset encoding = Charset.forName(charset);
        String text = "cloud=us-gov-gcc-high\r\n# für uns\r\n";
        Files.write(file(), ("\uFEFF" + text).getBytes(encoding));
        StoredSettings stored = load();
        assertEquals(Settings.Cloud.US_GOV_GCC_HIGH, stored.effective().cloud());
        assertEquals(List.of(), stored.issues());
        stored.set(Setting.TEXT_SIZE, "125");
        assertEquals("\uFEFF" + text + "text-size=125\r\n", Files.readString(file(), encoding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aDepartmentsFileWithAByteOrderMarkIsRead(String charset) {
        byte[] content = "\uFEFFcloud=china\norganisation=maple.example\n".getBytes(Charset.forName(charset));
        StoredSettings stored = StoredSettings.load(folder, new ManagedSettingsFile(folder.resolve("all"),
                () -> new TrustedFile.Result.Trusted(content)), new ProxyVariables(Map.of()));
        assertEquals(List.of(), stored.managedIssues());
        assertEquals(Settings.Cloud.CHINA, stored.effective().cloud());
        assertEquals(Optional.of("maple.example"), stored.effective().organisation());
    }

    @Test
    void joinedFilesMayEachBeginWithAMark() throws IOException {
        write("\uFEFFcloud=china\n\uFEFFproxy=none\n\uFEFF# c\n\uFEFFtext-size=150\n");
        StoredSettings stored = load();
        assertEquals(List.of(), stored.issues());
        assertEquals(Settings.Proxy.NONE, stored.effective().proxy());
        stored.set(Setting.TEXT_SIZE, "125");
        assertEquals(125, load().effective().textSize());
        assertEquals(Settings.Cloud.CHINA, load().effective().cloud());
    }

    /** Latin-1; UTF-16 without a mark; a bad escape; too long. */
    @Test
    void aDamagedFileIsSetAsideWholeAndThatIsSaid() throws IOException {
        for (byte[] damaged : List.of("# für uns\ncloud=china\n".getBytes(StandardCharsets.ISO_8859_1),
                "cloud=china\n".getBytes(StandardCharsets.UTF_16LE), "cloud=\\u00zz\n".getBytes(StandardCharsets.UTF_8),
                "#".repeat(SettingsFile.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8))) {
            Files.write(file(), damaged);
            StoredSettings stored = load();
            assertEquals(1, stored.issues().size());
            assertEquals(SaveResult.DAMAGED_FILE_SET_ASIDE, stored.set(Setting.TEXT_SIZE, "125"));
            assertEquals(List.of(new BadFile(Fault.SET_ASIDE)), stored.issues());
            assertTrue(setAside().stream().anyMatch(content -> Arrays.equals(content, damaged)));
            assertEquals(SaveResult.WRITTEN, stored.set(Setting.TEXT_SIZE, "150"));
            assertEquals(List.of(new BadFile(Fault.SET_ASIDE)), stored.issues());
            assertEquals(List.of(), load().issues());
            assertEquals(150, load().effective().textSize());
        }
        assertEquals(4, setAside().size());
    }

    @Test
    void aFileThatWasDamagedMeanwhileIsReplacedByWhatThisWindowKnows() throws IOException {
        write("cloud=china\nlanguage=de\n");
        StoredSettings stored = load();
        Files.write(file(), new byte[]{(byte) 0xFC});
        stored.set(Setting.TEXT_SIZE, "125");
        assertEquals(stored.effective(), load().effective());
        assertEquals(Settings.Cloud.CHINA, load().effective().cloud());
    }

    @Test
    void whatAnotherWindowSavedMeanwhileStays() throws IOException {
        StoredSettings one = load();
        StoredSettings other = load();
        other.save(other.effective().with(Setting.ORGANISATION, "maple.example").with(Setting.CLOUD, "china"));
        one.set(Setting.TEXT_SIZE, "125");
        one.save(one.effective().with(Setting.APPEARANCE, "dark"));
        other.set(Setting.LANGUAGE, "fr");
        assertEquals(Settings.DEFAULTS.with(Setting.ORGANISATION, "maple.example")
                .with(Setting.CLOUD, "china")
                .with(Setting.TEXT_SIZE, "125")
                .with(Setting.APPEARANCE, "dark")
                .with(Setting.LANGUAGE, "fr"), load().effective());
    }

    @Test
    void keysOfALaterVersionAreKeptAndReported() throws IOException {
        write("font=serif\ntext-size=150\n");
        StoredSettings stored = load();
        stored.save(stored.effective().with(Setting.TEXT_SIZE, "125"));
        assertEquals("font=serif\ntext-size=125\n", Files.readString(file()));
        assertEquals(List.of(new UnknownKey("font")), stored.issues());
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextChange() throws IOException {
        Files.createDirectory(file());
        StoredSettings stored = load();
        assertThrows(IOException.class, () -> stored.set(Setting.TEXT_SIZE, "125"));
        Files.delete(file());
        write("proxy=none\n");
        stored.set(Setting.LANGUAGE, "de");
        assertEquals("proxy=none\nlanguage=de\ntext-size=125\n", Files.readString(file()));
    }

    @Test
    void aSymbolicLinkStaysAndItsFileIsWritten() throws IOException {
        Path real = Files.createDirectory(folder.resolve("dotfiles")).resolve("keyturn.properties");
        Path middle = SymbolicLinks.create(folder.resolve("middle"), Path.of("dotfiles", "keyturn.properties"));
        SymbolicLinks.create(file(), middle);
        load().set(Setting.TEXT_SIZE, "125");
        assertEquals(125, load().effective().textSize());
        Files.write(real, new byte[]{(byte) 0xFC});
        assertEquals(SaveResult.DAMAGED_FILE_SET_ASIDE, load().set(Setting.TEXT_SIZE, "150"));
        assertTrue(Files.isSymbolicLink(file()));
        assertTrue(Files.isSymbolicLink(middle));
        assertEquals("# Settings of Keyturn\ntext-size=150\n", Files.readString(real));
    }

    @Test
    void aLinkToADeviceOrToItselfIsLeftAlone() throws IOException {
        List<Path> targets = Stream.of(Path.of("/dev/null"), file())
                .filter(target -> target.equals(file()) || Files.exists(target)) // Windows has devices without a path
                .toList();
        for (Path target : targets) {
            SymbolicLinks.create(file(), target);
            StoredSettings stored = load();
            assertThrows(IOException.class, () -> stored.set(Setting.TEXT_SIZE, "125"));
            assertEquals(125, stored.effective().textSize());
            assertEquals(target, Files.readSymbolicLink(file()));
            Files.delete(file());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"language=e\u017f", "language=\u0130t", "language=\u0131t", "proxy=\u017fystem",
            "appearance=dar\u212a",
            "appearance=l\u0131ght", "cloud=ch\u0130na", "language=fr\u00df", "newer-version=a\u017fk",
            "text-size=\uff11\uff12\uff15",
            "text-size=+125", "language=\ud801\udc28n"})
    void lettersThatOnlyFoldToTheRightOnesAreInvalidValues(String line) throws IOException {
        write(line + "\n");
        StoredSettings stored = load();
        assertEquals(1, stored.issues().size());
        assertTrue(stored.issues().getFirst() instanceof SettingsIssue.BadValue);
        assertEquals(Settings.DEFAULTS, stored.effective());
    }

    @Test
    void aProxyThatCannotBeUsedIsAnIssueUnlessNoneIsWanted() throws IOException {
        StoredSettings stored = StoredSettings.load(folder, new ManagedSettingsFile(folder.resolve("all"),
                TrustedFile.Result.None::new), new ProxyVariables(Map.of("HTTPS_PROXY", "https://proxy.example:1")));
        assertTrue(stored.hasIssues());
        assertEquals(Optional.of(new UnusableProxy("HTTPS_PROXY", ProxyFault.ENCRYPTED)), stored.unusableProxy());
        stored.set(Setting.PROXY, "none");
        assertEquals(Optional.empty(), stored.unusableProxy());
    }

    private StoredSettings load() {
        return StoredSettings.load(folder);
    }

    private Path file() {
        return folder.resolve("settings.properties");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private List<byte[]> setAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(it -> it.getFileName().toString().startsWith("settings-not-readable-"))
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        }
    }

    private static String lines(String text) {
        return text.replace('~', '\n').replace('^', '\r');
    }
}
