package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.FileReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersTest {
    @TempDir private Path home;

    @Test
    void onWindowsSettingsRoamWithTheUser() {
        Path roaming = home.resolve("Roaming on a server");
        assertEquals(roaming.resolve("Keyturn"), settings("Windows 11", Map.of("APPDATA", roaming.toString())));
        assertEquals(home.resolve("AppData/Roaming/Keyturn"), settings("Windows 11", Map.of()));
    }

    @Test
    void onMacOsSettingsAreInTheLibrary() {
        assertEquals(home.resolve("Library/Application Support/Keyturn"),
                settings("Mac OS X", Map.of("XDG_CONFIG_HOME", "/elsewhere", "APPDATA", "/elsewhere")));
    }

    @Test
    void onLinuxTheVariableCountsIfItIsAnAbsolutePath() {
        Path config = home.resolve("config").toAbsolutePath();
        assertEquals(config.resolve("keyturn"), settings("Linux", Map.of("XDG_CONFIG_HOME", config.toString())));
        for (String invalid : new String[]{"", " ", "config", "./config"}) {
            assertEquals(home.resolve(".config/keyturn"), settings("Linux", Map.of("XDG_CONFIG_HOME", invalid)));
        }
        assertEquals(home.resolve(".config/keyturn"), settings("Linux", Map.of()));
    }

    @Test
    void onWindowsTheProgramsOwnDataStaysOnTheComputer() {
        Path local = home.resolve("Local");
        assertEquals(local.resolve("Keyturn"),
                data("Windows 11", Map.of("LOCALAPPDATA", local.toString(), "APPDATA", "/elsewhere")));
        assertEquals(home.resolve("AppData/Local/Keyturn"), data("Windows 11", Map.of()));
    }

    @Test
    void onMacOsDataIsBesideTheSettings() {
        assertEquals(home.resolve("Library/Application Support/Keyturn"),
                data("Mac OS X", Map.of("XDG_DATA_HOME", "/elsewhere")));
    }

    @Test
    void onLinuxDataHasItsOwnVariable() {
        Path share = home.resolve("share").toAbsolutePath();
        assertEquals(share.resolve("keyturn"),
                data("Linux", Map.of("XDG_DATA_HOME", share.toString(), "XDG_CONFIG_HOME", "/elsewhere")));
        assertEquals(home.resolve(".local/share/keyturn"), data("Linux", Map.of("XDG_DATA_HOME", "./share")));
        assertEquals(home.resolve(".local/share/keyturn"), data("Linux", Map.of()));
    }

    @Test
    void theLogIsWhereEachSystemKeepsLogs() {
        Path local = home.resolve("Local");
        Path state = home.resolve("state").toAbsolutePath();
        assertEquals(local.resolve("Keyturn/Logs"), log("Windows 11", Map.of("LOCALAPPDATA", local.toString())));
        assertEquals(home.resolve("AppData/Local/Keyturn/Logs"), log("Windows 11", Map.of()));
        assertEquals(home.resolve("Library/Logs/Keyturn"), log("Mac OS X", Map.of("XDG_STATE_HOME", "/elsewhere")));
        assertEquals(state.resolve("keyturn/log"), log("Linux", Map.of("XDG_STATE_HOME", state.toString())));
        assertEquals(home.resolve(".local/state/keyturn/log"), log("Linux", Map.of("XDG_STATE_HOME", "./state")));
        assertEquals(home.resolve(".local/state/keyturn/log"), log("Linux", Map.of()));
    }

    @Test
    void theGettersCreateNothing() {
        assertFalse(Files.exists(settings("Linux", Map.of())));
        assertFalse(Files.exists(home.resolve(".config")));
    }

    @Test
    void onlyTheOwnerMayUseANewFolder() throws IOException {
        Path folder = home.resolve(".config").resolve("keyturn");
        Folders.create(folder);
        Folders.create(folder);
        assertTrue(Files.isDirectory(folder));
        assertEquals(List.of(), FileReaders.besidesTheOwner(folder));
    }

    /**
     * An update or an uninstallation deletes the program's folder. Many programs for one user are installed in {@code
     * %LOCALAPPDATA%} itself, where the data is.
     */
    @ParameterizedTest
    @CsvSource({"Windows 11, AppData/Local/Programs/Keyturn", "Windows 11, Program Files/Keyturn",
            "Windows 11, Program Files (x86)/Keyturn", "Windows 11, AppData/Local/keyturn-1.2.3",
            "Mac OS X, /Applications/Keyturn.app",
            "Mac OS X, Applications/Keyturn.app", "Linux, /opt/keyturn", "Linux, .local/share/keyturn-1.2.3",
            "Linux, Downloads/keyturn-1.2.3"})
    void noFolderOfTheUsersIsTheProgramsOrInsideItOrAroundIt(String system, String installed) {
        Path program = home.resolve(installed);
        Folders folders = folders(system, Map.of());
        for (Path own : List.of(folders.settings(), folders.data(), folders.log(), folders.allUsers())) {
            assertFalse(own.startsWith(program), () -> own + " in " + program);
            assertFalse(program.startsWith(own), () -> program + " in " + own);
        }
    }

    @Test
    void theInstallerForOneUserOfWindowsTakesSuchAFolder() throws IOException {
        String packages = Files.readString(Path.of("packaging", "installer", "WindowsPackages.java"));
        assertTrue(packages.contains(
                "\"<Directory Id=\\\"LocalAppDataFolder\\\">\", \"<Directory Id=\\\"Programs\\\" Name=\\\"Programs\\\">\""));
    }

    private Path settings(String system, Map<String, String> environment) {
        return folders(system, environment).settings();
    }

    private Path data(String system, Map<String, String> environment) {
        return folders(system, environment).data();
    }

    private Path log(String system, Map<String, String> environment) {
        return folders(system, environment).log();
    }

    private Folders folders(String system, Map<String, String> environment) {
        return new Folders(OperatingSystem.fromName(system), name -> Optional.ofNullable(environment.get(name)), home);
    }
}
