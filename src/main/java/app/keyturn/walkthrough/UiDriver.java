package app.keyturn.walkthrough;

import app.keyturn.Window;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Presses and reads controls by their ids, from a thread outside JavaFX's, and waits for them to be there. */
public final class UiDriver {
    private final Scene scene;
    private final Duration patience;

    /**
     * Makes hands.
     *
     * @param scene where the controls are
     * @param patience how long a control is waited for
     */
    UiDriver(Scene scene, Duration patience) {
        this.scene = scene;
        this.patience = patience;
    }

    /** Presses a button, waiting until it can be pressed. */
    void press(String id) throws InterruptedException {
        waitUntilPressable(id);
        onWindow(() -> {
            ((ButtonBase) found(id)).fire();
            return true;
        });
    }

    /** Changes to another story of the practice world. */
    void enterPractice(Window window, Scenario scenario) throws InterruptedException {
        onWindow(() -> {
            window.enterPractice(Portal.SCHOOL, scenario.id());
            return true;
        });
    }

    /** Waits until a button is in sight and enabled. */
    void waitUntilPressable(String id) throws InterruptedException {
        waitUntil("press " + id, () -> lookUp(id) instanceof ButtonBase button && !button.isDisabled());
    }

    /** Waits until a control is in sight. */
    void waitUntilShown(String id) throws InterruptedException {
        waitUntil("see " + id, () -> lookUp(id) != null);
    }

    /** Waits until a control reads so. */
    void waitUntilText(String id, String text) throws InterruptedException {
        waitUntil("read “" + text + "” in " + id, () -> lookUp(id) != null && words(found(id)).equals(text));
    }

    /** What a control reads. */
    String text(String id) throws InterruptedException {
        return onWindow(() -> words(found(id)));
    }

    /** The window as a PNG file, light or dark. */
    byte[] picture(ColorScheme scheme) throws InterruptedException {
        ColorScheme worn = onWindow(() -> {
            ColorScheme before = scene.getPreferences().getColorScheme();
            scene.getPreferences().setColorScheme(scheme);
            return before;
        });
        nextFrame();
        byte[] picture = onWindow(() -> PngEncoder.of(scene.snapshot(null)));
        onWindow(() -> {
            scene.getPreferences().setColorScheme(worn);
            return true;
        });
        return picture;
    }

    private void waitUntil(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!onWindow(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain to " + what);
            }
            nextFrame();
        }
    }

    /** Lets the window draw twice, so that what has just changed is laid out. */
    private static void nextFrame() throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(2);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                    stop();
                }
            }
        };
        Platform.runLater(timer::start);
        if (!drawn.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The window does not draw");
        }
    }

    private Node found(String id) {
        Node node = lookUp(id);
        if (node == null) {
            throw new IllegalStateException("There is no " + id + " in sight");
        }
        return node;
    }

    private @Nullable Node lookUp(String id) {
        return lookUp(scene, id);
    }

    /** The control with this id that is in sight; null if none is. */
    public static @Nullable Node lookUp(Scene scene, String id) {
        return scene.getRoot().lookupAll("#" + id).stream().filter(UiDriver::inSight).findFirst().orElse(null);
    }

    /** True if neither a node nor anything around it is hidden. */
    public static boolean inSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** What a control reads. */
    public static String words(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> String.valueOf(node.getAccessibleText());
        };
    }

    private static <T> T onWindow(Callable<T> action) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A control could not be used: " + e.getCause(), e);
        }
    }
}
