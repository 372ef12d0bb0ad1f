package app.keyturn.walkthrough;

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

/** Presses and reads controls by their ids, off the JavaFX thread, and waits for them to appear. */
public final class UiDriver {
    private final Scene scene;
    private final Duration timeout;

    /**
     * Creates a driver.
     *
     * @param scene where the controls are
     * @param timeout how long to wait for a control
     */
    UiDriver(Scene scene, Duration timeout) {
        this.scene = scene;
        this.timeout = timeout;
    }

    /** Waits until a button can be pressed, and presses it. */
    void press(String id) throws InterruptedException {
        waitUntilPressable(id);
        onFxThread(() -> {
            ((ButtonBase) found(id)).fire();
            return true;
        });
    }

    /** Starts another scenario of the practice world. */
    void enterPractice(WalkthroughWindow window, Scenario scenario) throws InterruptedException {
        onFxThread(() -> {
            window.enterPractice(Portal.SCHOOL, scenario.id());
            return true;
        });
    }

    /** Waits until a button is visible and enabled. */
    void waitUntilPressable(String id) throws InterruptedException {
        waitUntil("press " + id, () -> lookUp(id) instanceof ButtonBase button && !button.isDisabled());
    }

    /** Waits until a control is visible. */
    void waitUntilShown(String id) throws InterruptedException {
        waitUntil("see " + id, () -> lookUp(id) != null);
    }

    /** Waits until a control shows this text. */
    void waitUntilText(String id, String text) throws InterruptedException {
        waitUntil("read '" + text + "' in " + id, () -> lookUp(id) != null && textOf(found(id)).equals(text));
    }

    /** The text that a control shows. */
    String text(String id) throws InterruptedException {
        return onFxThread(() -> textOf(found(id)));
    }

    /** The window as a PNG file, light or dark. */
    byte[] picture(ColorScheme scheme) throws InterruptedException {
        ColorScheme before = onFxThread(() -> {
            ColorScheme current = scene.getPreferences().getColorScheme();
            scene.getPreferences().setColorScheme(scheme);
            return current;
        });
        awaitNextFrame();
        byte[] picture = onFxThread(() -> PngEncoder.of(scene.snapshot(null)));
        onFxThread(() -> {
            scene.getPreferences().setColorScheme(before);
            return true;
        });
        return picture;
    }

    private void waitUntil(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!onFxThread(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain to " + what);
            }
            awaitNextFrame();
        }
    }

    /** Waits for two frames, so that the latest change is laid out. */
    private static void awaitNextFrame() throws InterruptedException {
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
        // Long, since on a computer without a graphics card the first text of a page may take seconds.
        if (!drawn.await(60, TimeUnit.SECONDS)) {
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

    /** The visible control with this id; null if there is none. */
    public static @Nullable Node lookUp(Scene scene, String id) {
        return scene.getRoot().lookupAll("#" + id).stream().filter(UiDriver::isShown).findFirst().orElse(null);
    }

    /** True if neither the node nor one of its parents is hidden. */
    public static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The text that a control shows. */
    public static String textOf(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> String.valueOf(node.getAccessibleText());
        };
    }

    private static <T> T onFxThread(Callable<T> action) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A control could not be used: " + e.getCause(), e);
        }
    }
}
