package app.keyturn.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.ProxyVariables;
import app.keyturn.platform.TrustedFile;
import app.keyturn.platform.TrustedFile.Result;
import app.keyturn.settings.SettingsIssue.BadFile;
import app.keyturn.settings.SettingsIssue.BadValue;
import app.keyturn.settings.SettingsIssue.Reason;
import app.keyturn.settings.SettingsIssue.UnknownKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Managed settings beside the user's own. */
class ManagedSettingsFileTest {
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    private static final ProxyVariables NO_VARIABLES = new ProxyVariables(Map.of());

    @TempDir private Path directory;

    @Test
    void managedValuesTakePrecedenceAndTheRestIsTheUsers() throws IOException {
        writeUserFile("organisation=oak.example\nproxy=none\nappearance=dark\n");
        StoredSettings stored = stored(trusted("client-id=" + ID + "\norganisation=maple.example\ncloud=global\n"));
        assertEquals(Settings.DEFAULTS.with(Setting.CLIENT_ID, ID)
                .with(Setting.ORGANISATION, "maple.example")
                .with(Setting.PROXY, "none")
                .with(Setting.APPEARANCE, "dark"), stored.effective());
        assertEquals(Set.of(Setting.CLIENT_ID, Setting.ORGANISATION, Setting.CLOUD), stored.managed());
        assertFalse(stored.hasIssues());
    }

    @Test
    void aManagedDefaultCannotBeChangedByTheUser() throws IOException {
        writeUserFile("proxy=none\n");
        StoredSettings stored = stored(trusted("proxy=system\n"));
        assertEquals(Settings.DEFAULTS, stored.effective());
        stored.save(Settings.DEFAULTS.with(Setting.PROXY, "none"));
        assertEquals(Settings.DEFAULTS, stored.effective());
    }

    @Test
    void savingKeepsTheUsersOwnValueOfAManagedSetting() throws IOException {
        writeUserFile("organisation=oak.example\n");
        StoredSettings stored = stored(trusted("organisation=maple.example\n"));
        stored.save(stored.effective().with(Setting.APPEARANCE, "dark"));
        assertEquals(Optional.of("maple.example"), stored.effective().organisation());
        assertEquals(Settings.DEFAULTS.with(Setting.ORGANISATION, "oak.example").with(Setting.APPEARANCE, "dark"),
                StoredSettings.load(directory).effective());
    }

    @Test
    void managedValuesAreValidatedLikeTheUsersOwn() {
        StoredSettings stored = stored(
                trusted("client-id=nonsense\ngraph=https://elsewhere.example\nproxy=proxy.example:80\ncloud=china\n"));
        assertEquals(Settings.DEFAULTS.with(Setting.CLOUD, "china"), stored.effective());
        assertEquals(Set.of(Setting.CLOUD), stored.managed());
        assertEquals(List.of(new BadValue(Setting.CLIENT_ID, Reason.NOT_A_CLIENT_ID),
                new BadValue(Setting.PROXY, Reason.NOT_A_PROXY_CHOICE), new UnknownKey("graph")),
                stored.managedIssues());
        assertEquals(List.of(), stored.issues());
        assertTrue(stored.hasIssues());
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNotTrustedIsIgnoredAndReported(TrustedFile.Reason reason) throws IOException {
        writeUserFile("organisation=oak.example\n");
        StoredSettings stored = stored(new Result.Ignored(reason));
        assertEquals(Settings.DEFAULTS.with(Setting.ORGANISATION, "oak.example"), stored.effective());
        assertEquals(Set.of(), stored.managed());
        assertEquals(1, stored.managedIssues().size());
        stored.save(stored.effective());
        assertTrue(stored.hasIssues());
    }

    @Test
    void eachReasonIsReportedDifferently() {
        Set<SettingsIssue> found = new HashSet<>();
        for (TrustedFile.Reason reason : TrustedFile.Reason.values()) {
            found.addAll(stored(new Result.Ignored(reason)).managedIssues());
        }
        assertEquals(TrustedFile.Reason.values().length, found.size());
        assertTrue(found.stream().allMatch(BadFile.class::isInstance));
    }

    @Test
    void aMissingFileIsNoIssue() {
        StoredSettings stored = stored(new Result.None());
        assertEquals(Settings.DEFAULTS, stored.effective());
        assertFalse(stored.hasIssues());
    }

    @Test
    void aFileWrittenByThisUserIsNotTrusted() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("all-users"));
        Files.writeString(folder.resolve("keyturn.properties"), "client-id=" + ID + "\n");
        StoredSettings stored = StoredSettings.load(directory, ManagedSettingsFile.in(folder), NO_VARIABLES);
        assertEquals(Settings.DEFAULTS, stored.effective());
        assertTrue(stored.hasIssues());
        assertEquals(Optional.of(folder.resolve("keyturn.properties")), stored.managedPath());
    }

    private StoredSettings stored(Result content) {
        return StoredSettings.load(directory,
                new ManagedSettingsFile(directory.resolve("keyturn.properties"), () -> content), NO_VARIABLES);
    }

    private void writeUserFile(String text) throws IOException {
        Files.writeString(directory.resolve("settings.properties"), text);
    }

    private static Result trusted(String text) {
        return new Result.Trusted(text.getBytes(UTF_8));
    }
}
