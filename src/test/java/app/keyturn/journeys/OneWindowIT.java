package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.Keyturn;
import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.VirtualScreen;
import app.keyturn.testkit.WindowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The program started again while its window is open, and its window on screens of several sizes. */
class OneWindowIT {
    private static final String TITLE = "Keyturn";
    private static final String SHOWN = "Keyturn is open already. Its window is in front now.";

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;
    @SuppressWarnings("NullAway.Init") private VirtualScreen screen;

    @BeforeAll
    static void needsADisplay() {
        assumeTrue(VirtualScreen.isPossible(),
                "Xvfb, xdotool or GTK 3 is not here, so no window was opened; on Debian install xvfb, xdotool and libgtk-3-0");
    }

    @BeforeEach
    void openScreen() throws IOException {
        screen = VirtualScreen.open();
    }

    @AfterEach
    void closeScreen() {
        screen.close();
    }

    @Test
    void aSecondStartShowsTheFirstWindowAndEnds() throws Exception {
        try (ChildProcess _ = firstWindow()) {
            screen.move(TITLE, 900, 700);
            Process second = start();
            try (ChildProcess output = ChildProcess.of(second)) {
                assertEquals(List.of(SHOWN), output.rest());
                assertEquals(0, second.waitFor());
            }
            screen.awaitWindows(TITLE, 1);
            screen.awaitBounds(TITLE, "100 160 900 640");
        }
    }

    @Test
    void aStartInPracticeModeDoesNotShowTheRealThing() throws Exception {
        try (ChildProcess _ = firstWindow(); ChildProcess _ = ChildProcess.of(start("--practice"))) {
            screen.awaitWindows(TITLE, 2);
            assertTrue(screen.hasWindow("Keyturn, practice"));
        }
    }

    @Test
    void aStartInPracticeModeShowsAWindowInPracticeMode() throws Exception {
        try (ChildProcess _ = firstWindow("--practice"); ChildProcess second = ChildProcess.of(start("--practice"))) {
            assertEquals(List.of(SHOWN), second.rest());
        }
    }

    @Test
    void aSecondWindowOpensOnRequest() throws Exception {
        try (ChildProcess _ = firstWindow(); ChildProcess _ = ChildProcess.of(start("--new-window"))) {
            screen.awaitWindows(TITLE, 2);
            try (ChildProcess third = ChildProcess.of(start())) {
                assertEquals(List.of(SHOWN), third.rest());
            }
        }
    }

    @Test
    void ofTwoStartsAtTheSameMomentOneWindowStays() throws Exception {
        Process one = start();
        Process other = start();
        try (ChildProcess _ = ChildProcess.of(one); ChildProcess _ = ChildProcess.of(other)) {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> one.isAlive() != other.isAlive());
            assertEquals(0, (one.isAlive() ? other : one).exitValue());
            screen.awaitWindows(TITLE, 1);
        }
    }

    @Test
    void anotherScreenOfTheSameUserGetsItsOwnWindow() throws Exception {
        try (ChildProcess _ = firstWindow();
                VirtualScreen other = VirtualScreen.open();
                ChildProcess _ = ChildProcess.of(WindowProcess.on(other.name(), Keyturn.class, folder))) {
            other.awaitWindows(TITLE, 1);
        }
    }

    @Test
    void afterAKillTheNextStartOpensAWindowThatLaterStartsFind() throws Exception {
        firstWindow().close();
        assertTrue(isFindable(), "a killed program cannot delete its socket");
        screen.awaitWindows(TITLE, 0);
        try (ChildProcess _ = ChildProcess.of(start())) {
            screen.awaitWindows(TITLE, 1);
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> shownBy(start()));
        }
    }

    @Test
    void aWindowThatHangsKeepsNoOtherFromOpening() throws Exception {
        Process hanging = start();
        try (ChildProcess _ = ChildProcess.of(hanging)) {
            awaitFindable();
            signal(hanging, "STOP");
            try (ChildProcess _ = ChildProcess.of(start())) {
                screen.awaitWindows(TITLE, 2);
            } finally {
                signal(hanging, "CONT");
            }
        }
    }

    @Test
    void aSmallScreenGetsASmallWindow() throws Exception {
        try (VirtualScreen small = VirtualScreen.open(683, 344);
                ChildProcess _ = ChildProcess.of(WindowProcess.on(small.name(), Keyturn.class, folder))) {
            small.awaitBounds(TITLE, "0 0 683 344");
        }
    }

    @Test
    void aScreenThatGetsSmallerTakesItsWindowAlong() throws Exception {
        assumeTrue(VirtualScreen.canResize(), "xrandr is not here; on Debian install x11-xserver-utils");
        try (ChildProcess _ = firstWindow()) {
            screen.resize(640, 480);
            screen.awaitBounds(TITLE, "0 0 640 480");
        }
    }

    private ChildProcess firstWindow(String... arguments) throws IOException, TimeoutException {
        ChildProcess first = ChildProcess.of(start(arguments));
        screen.awaitWindows(TITLE, 1);
        awaitFindable();
        return first;
    }

    private void awaitFindable() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, this::isFindable);
    }

    private boolean isFindable() {
        return Files.exists(folder.resolve("home").resolve("keyturn").resolve(".keyturn-window.socket"),
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Ends a start that opens a window, and waits for one that does not. */
    private boolean shownBy(Process started) throws IOException {
        try (ChildProcess output = ChildProcess.of(started)) {
            return output.rest().contains(SHOWN);
        }
    }

    private Process start(String... arguments) throws IOException {
        return WindowProcess.on(screen.name(), Keyturn.class, folder, arguments);
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor());
    }
}
