package app.keyturn;

import app.keyturn.platform.Folders;
import app.keyturn.platform.InstanceSocket;
import app.keyturn.platform.InstanceSocket.Answer;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.ui.ScreenFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One window for each user: a later start brings the open window to the front and ends. A start in practice mode does
 * so only if the open window is in practice mode; otherwise it opens a window of its own, so that nobody takes the real
 * thing for practice.
 */
final class RunningInstance implements AutoCloseable {
    /** How long a start waits for an open window that may hang. */
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** Once a window is open, there is more time: on a busy computer, another one may only be slow. */
    private static final Duration LONG_LIMIT = Duration.ofSeconds(20);

    private final Stage stage;
    private final BooleanSupplier practising;
    private volatile @Nullable InstanceSocket socket;
    private boolean touched;

    /**
     * Lets nobody find the window yet.
     *
     * @param practising whether the window is in practice mode now
     */
    RunningInstance(Stage stage, BooleanSupplier practising) {
        this.stage = stage;
        this.practising = practising;
        stage.addEventFilter(KeyEvent.KEY_PRESSED, _ -> touched = true);
        stage.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touched = true);
    }

    /** Shows the window that is open already. False if there is none that suits: a window has to be opened. */
    static boolean showFor(Arguments arguments) {
        Path file = file();
        // The first look is cheap, since it loads no class that a start without an open window does not need.
        return !arguments.newWindow()
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && InstanceSocket.ask(file, request(arguments.practice()), LIMIT) == Answer.DONE;
    }

    /**
     * From now on later starts find this window, unless they find another one already. If both were started at the same
     * moment, the other one is shown, and this one closes unless it has been used.
     */
    void listen(Arguments arguments) {
        Thread.ofPlatform().daemon().name("keyturn-instance").start(() -> {
            Path file = file();
            if (!opened(file)) {
                String request = arguments.newWindow() ? InstanceSocket.CHECK : request(arguments.practice());
                switch (InstanceSocket.ask(file, request, LONG_LIMIT)) {
                    case DONE -> Platform.runLater(this::closeUnlessUsed);
                    case DECLINED -> {
                        // Later starts find the other window.
                    }
                    case NONE -> {
                        InstanceSocket.deleteStale(file);
                        opened(file);
                    }
                }
            }
        });
    }

    private boolean opened(Path file) {
        try {
            Folders.create(folder());
        } catch (IOException _) {
            return false; // each start opens a window of its own
        }
        socket = InstanceSocket.listen(file, this::carryOut).orElse(null);
        return socket != null;
    }

    private boolean carryOut(String request) {
        if (!request.equals(request(false)) && !request.equals(request(true))) {
            return false; // from another screen of the same user, or from another version
        }
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        Platform.runLater(() -> shown.complete(show(request.equals(request(true)))));
        try {
            return shown.get(LONG_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException _) {
            return false;
        }
    }

    private boolean show(boolean practice) {
        if (!stage.isShowing() || (practice && !practising.getAsBoolean())) {
            return false;
        }
        bringToFront(stage, OperatingSystem.current());
        return true;
    }

    /** Un-minimises a window, raises it above others, and focuses it as far as the system lets a program do that. */
    static void bringToFront(Stage stage, OperatingSystem system) {
        stage.setIconified(false);
        ScreenFit.correct(stage);
        if (system == OperatingSystem.WINDOWS) {
            // A program in the background may not take the focus there (Microsoft Learn, "SetForegroundWindow"), and
            // does not even come to the front without this.
            stage.setAlwaysOnTop(true);
            stage.setAlwaysOnTop(false);
        }
        stage.toFront();
        stage.requestFocus();
    }

    private void closeUnlessUsed() {
        if (!touched) {
            Platform.exit();
        }
    }

    /** Names the screen: on Linux, a user can have several, and a window on another one would not be seen. */
    private static String request(boolean practice) {
        return (practice ? "show practice " : "show ") + Optional.ofNullable(System.getenv("DISPLAY")).orElse("");
    }

    private static Path folder() {
        return Folders.ofCurrentUser().data();
    }

    private static Path file() {
        return folder().resolve(".keyturn-window.socket");
    }

    /** Later starts do not find this window any more. */
    @Override
    public void close() {
        InstanceSocket open = socket;
        if (open != null) {
            open.close();
        }
    }
}
