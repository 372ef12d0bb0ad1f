package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a browser was opened: told by made-up commands in place of the system's. */
class BrowserTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final URI PAGE = URI.create("https://login.example/authorize?a=1&b=%2F");

    private static final String WINDOWS = "C:\\Windows";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 126, 127, 255})
    void aCommandThatFailsHasOpenedNothing(int exit) throws IOException {
        assertFalse(Browser.runAny(List.of(endingWith(exit, Set.of(0))), LONG));
    }

    @Test
    void aCommandThatSucceedsHas() throws IOException {
        assertTrue(Browser.runAny(List.of(endingWith(0, Set.of(0))), LONG));
    }

    @Test
    void aCommandThatGoesOnRunningIsTheBrowser() throws IOException {
        assertTrue(Browser.runAny(List.of(command("opener", "exec sleep 2")), Duration.ofMillis(20)));
    }

    @Test
    void aMissingCommandHasOpenedNothing() {
        assertFalse(
                Browser.runAny(List.of(new Browser.Command(List.of(folder.resolve("missing").toString()), Set.of(0))),
                        LONG));
        assertFalse(Browser.runAny(
                List.of(new Browser.Command(List.of(folder.resolve("missing").toString()), Set.of(0, 1))),
                LONG));
    }

    @Test
    void aCommandThatMayNotBeRunHasOpenedNothing() throws IOException {
        Browser.Command command = command("opener", "exit 0");
        Files.setPosixFilePermissions(Path.of(command.words().getFirst()),
                PosixFilePermissions.fromString("rw-------"));

        assertFalse(Browser.runAny(List.of(command), LONG));
    }

    @Test
    void theNextCommandIsTriedAndNoneAfterItHasOpenedThePage() throws IOException {
        Path opened = folder.resolve("opened");
        String note = "echo \"$0 $1\" >> '" + opened + "'; exit ";

        assertTrue(Browser.runAny(List.of(command("first", note + 3), command("second", note + 0),
                command("third", note + 0)), LONG));
        assertEquals(Stream.of("first", "second").map(name -> folder.resolve(name) + " " + PAGE).toList(),
                Files.readAllLines(opened));
    }

    @Test
    void whatACommandSaysDoesNotStopIt() throws IOException {
        assertTrue(
                Browser.runAny(List.of(command("opener", "head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2")),
                        LONG));
    }

    /** As {@code explorer} does. */
    @Test
    void oneIsNoFailureWhereItSaysNothingAndAnyOtherCodeIs() throws IOException {
        assertTrue(Browser.runAny(List.of(endingWith(1, Set.of(0, 1))), LONG));
        assertFalse(Browser.runAny(List.of(endingWith(53, Set.of(0, 1))), LONG));
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void thePageIsOneArgumentOfEachCommand(OperatingSystem system) {
        for (Browser.Command command : Browser.forPage(system, WINDOWS, PAGE)) {
            assertEquals(PAGE.toString(), command.words().getLast());
        }
    }

    /** The names are in letters that no code page of Windows has together, or have a sign that Explorer splits at. */
    @ParameterizedTest
    @ValueSource(strings = {"山 Jürgen.html", "a, b.html", "a,b.html", "a&b%20=1;.html"})
    void aFileIsOneArgumentOfEachCommand(String name) {
        Path file = folder.resolve(name).toAbsolutePath();
        assertEquals(List.of("C:\\Windows\\explorer.exe", "\"" + file + "\""),
                Browser.forFile(OperatingSystem.WINDOWS, WINDOWS, file).getFirst().words());
        for (OperatingSystem system : List.of(OperatingSystem.MAC, OperatingSystem.OTHER)) {
            for (Browser.Command command : Browser.forFile(system, WINDOWS, file)) {
                assertEquals(file.toUri().toString(), command.words().getLast());
            }
        }
    }

    @Test
    void aProgramInTheWorkingFolderIsNeverTakenForTheSystems() {
        for (Browser.Command command : List.of(
                Browser.forPage(OperatingSystem.WINDOWS, WINDOWS, PAGE).getFirst(),
                Browser.forFile(OperatingSystem.WINDOWS, WINDOWS, folder).getFirst())) {
            assertTrue(command.words().getFirst().startsWith(WINDOWS + "\\"), command::toString);
        }
        for (Browser.Command command : List.of(
                Browser.forPage(OperatingSystem.MAC, WINDOWS, PAGE).getFirst(),
                Browser.forFile(OperatingSystem.MAC, WINDOWS, folder).getFirst())) {
            assertTrue(command.words().getFirst().startsWith("/"), command::toString);
        }
    }

    @Test
    void theFolderOfWindowsIsWhereTheVariableSays() {
        assertEquals("D:\\Win", Browser.windowsFolder("D:\\Win"));
        assertEquals(WINDOWS, Browser.windowsFolder(null));
        assertEquals(WINDOWS, Browser.windowsFolder(" "));
    }

    @Test
    void aFileThatIsGoneIsNotOpened() {
        assertFalse(Browser.open(folder.resolve("gone.ics")));
    }

    private Browser.Command endingWith(int exit, Set<Integer> success) throws IOException {
        List<String> words = OperatingSystem.current() == OperatingSystem.WINDOWS
                ? List.of(Browser.windowsFolder(System.getenv("SystemRoot")) + "\\System32\\cmd.exe", "/c",
                        "exit " + exit)
                : command("opener", "exit " + exit).words();
        return new Browser.Command(words, success);
    }

    private Browser.Command command(String name, String script) throws IOException {
        assumeTrue(OperatingSystem.current() != OperatingSystem.WINDOWS, "needs a shell");
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Browser.Command(List.of(file.toString(), PAGE.toString()), Set.of(0));
    }
}
