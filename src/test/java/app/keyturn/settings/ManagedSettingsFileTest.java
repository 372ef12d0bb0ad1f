package app.keyturn.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.TrustedFile.Answer;
import app.keyturn.platform.TrustedFile.Why;
import app.keyturn.settings.SettingsIssue.BadFile;
import app.keyturn.settings.SettingsIssue.BadValue;
import app.keyturn.settings.SettingsIssue.Reason;
import app.keyturn.settings.SettingsIssue.UnknownKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an IT department sets, beside what the person does. */
class ManagedSettingsFileTest {
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    @TempDir
    private Path home;

    @Test
    void whatTheDepartmentSetsWinsAndTheRestIsThePersons() throws IOException {
        own("organisation=oak.example\nproxy=none\nappearance=dark\n");
        StoredSettings stored = stored(trusted("client-id=" + ID + "\norganisation=maple.example\ncloud=global\n"));
        assertEquals(Settings.USUAL.with(Setting.CLIENT_ID, ID)
                .with(Setting.ORGANISATION, "maple.example")
                .with(Setting.PROXY, "none")
                .with(Setting.APPEARANCE, "dark"), stored.inForce());
        assertEquals(Set.of(Setting.CLIENT_ID, Setting.ORGANISATION, Setting.CLOUD), stored.byDepartment());
        assertFalse(stored.hasFindings());
    }

    @Test
    void theUsualCanBeSetSoThatThePersonCannotChangeIt() throws IOException {
        own("proxy=none\n");
        StoredSettings stored = stored(trusted("proxy=system\n"));
        assertEquals(Settings.USUAL, stored.inForce());
        stored.put(Settings.USUAL.with(Setting.PROXY, "none"));
        assertEquals(Settings.USUAL, stored.inForce());
    }

    @Test
    void savingKeepsThePersonsOwnValueForTheDayWhenTheDepartmentsIsGone() throws IOException {
        own("organisation=oak.example\n");
        StoredSettings stored = stored(trusted("organisation=maple.example\n"));
        stored.put(stored.inForce().with(Setting.APPEARANCE, "dark"));
        assertEquals(Optional.of("maple.example"), stored.inForce().organisation());
        assertEquals(Settings.USUAL.with(Setting.ORGANISATION, "oak.example").with(Setting.APPEARANCE, "dark"),
                StoredSettings.in(home).inForce());
    }

    @Test
    void itIsJudgedLikeThePersonsOwn() {
        StoredSettings stored = stored(
                trusted("client-id=nonsense\ngraph=https://elsewhere.example\nproxy=proxy.example:80\ncloud=china\n"));
        assertEquals(Settings.USUAL.with(Setting.CLOUD, "china"), stored.inForce());
        assertEquals(Set.of(Setting.CLOUD), stored.byDepartment());
        assertEquals(List.of(new BadValue(Setting.CLIENT_ID, Reason.NOT_A_CLIENT_ID),
                new BadValue(Setting.PROXY, Reason.NOT_A_PROXY_CHOICE), new UnknownKey("graph")),
                stored.departmentFindings());
        assertEquals(List.of(), stored.findings());
        assertTrue(stored.hasFindings());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTrustedIsIgnoredAsAWholeAndSaidSo(Why why) throws IOException {
        own("organisation=oak.example\n");
        StoredSettings stored = stored(new Answer.Ignored(why));
        assertEquals(Settings.USUAL.with(Setting.ORGANISATION, "oak.example"), stored.inForce());
        assertEquals(Set.of(), stored.byDepartment());
        assertEquals(1, stored.departmentFindings().size());
        stored.put(stored.inForce());
        assertTrue(stored.hasFindings());
    }

    @Test
    void eachReasonNotToTrustItIsToldApart() {
        Set<SettingsIssue> found = new HashSet<>();
        for (Why why : Why.values()) {
            found.addAll(stored(new Answer.Ignored(why)).departmentFindings());
        }
        assertEquals(Why.values().length, found.size());
        assertTrue(found.stream().allMatch(BadFile.class::isInstance));
    }

    @Test
    void whereThereIsNoneNothingIsSaid() {
        StoredSettings stored = stored(new Answer.None());
        assertEquals(Settings.USUAL, stored.inForce());
        assertFalse(stored.hasFindings());
    }

    @Test
    void aFileThatThisUserHasWrittenIsNotTrusted() throws IOException {
        Path folder = Files.createDirectory(home.resolve("everybody"));
        Files.writeString(folder.resolve("keyturn.properties"), "client-id=" + ID + "\n");
        StoredSettings stored = StoredSettings.in(home, ManagedSettingsFile.in(folder));
        assertEquals(Settings.USUAL, stored.inForce());
        assertTrue(stored.hasFindings());
        assertEquals(Optional.of(folder.resolve("keyturn.properties")), stored.departmentPath());
    }

    private StoredSettings stored(Answer content) {
        return StoredSettings.in(home, new ManagedSettingsFile(home.resolve("keyturn.properties"), () -> content));
    }

    private void own(String text) throws IOException {
        Files.writeString(home.resolve("settings.properties"), text);
    }

    private static Answer trusted(String text) {
        return new Answer.Trusted(text.getBytes(UTF_8));
    }
}
