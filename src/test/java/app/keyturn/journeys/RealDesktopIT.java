package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.VirtualScreen;
import app.keyturn.testkit.WindowProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JavaFX's Headless platform cannot do: the system's file dialog, and a clipboard shared by processes. */
class RealDesktopIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @BeforeAll
    static void needsADisplay() {
        assumeTrue(VirtualScreen.isPossible(),
                "Xvfb, xdotool or GTK 3 is not here, so no dialog for files was opened; on Debian install xvfb, xdotool and libgtk-3-0");
    }

    @Test
    void aFileIsChosenInTheDialog() throws IOException, TimeoutException {
        try (VirtualScreen screen = VirtualScreen.open(); ChildProcess window = probe(screen, DesktopProbe.SAVE)) {
            screen.focusDialog();
            screen.press("ctrl+a");
            screen.type(folder.resolve("my receipt.html").toString());
            screen.press("Return");
            assertEquals(folder.resolve("my receipt.html").toString(), answer(window));
        }
    }

    @Test
    void aCancelledDialogChoosesNothing() throws IOException, TimeoutException {
        try (VirtualScreen screen = VirtualScreen.open(); ChildProcess window = probe(screen, DesktopProbe.SAVE)) {
            screen.focusDialog();
            screen.press("Escape");
            assertEquals("none", answer(window));
        }
    }

    @Test
    void textCopiedInOneWindowIsPastedInAnother() throws IOException {
        try (VirtualScreen screen = VirtualScreen.open();
                ChildProcess one = probe(screen, DesktopProbe.COPY, "a token’s link ✓")) {
            assertEquals("copied", answer(one));
            try (ChildProcess other = probe(screen, DesktopProbe.PASTE)) {
                assertEquals("a token’s link ✓", answer(other));
            }
        }
    }

    private static String answer(ChildProcess window) throws IOException {
        return window.awaitLine(Pattern.quote(DesktopProbe.ANSWER) + ".*").replace(DesktopProbe.ANSWER, "");
    }

    private ChildProcess probe(VirtualScreen screen, String... work) throws IOException {
        return ChildProcess.of(WindowProcess.on(screen.name(), DesktopProbe.class, folder, work));
    }
}
