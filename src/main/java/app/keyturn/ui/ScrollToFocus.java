package app.keyturn.ui;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls to the node that gets the focus. JavaFX does so for the Tab key only, not for a message that appears below
 * the edge.
 */
public final class ScrollToFocus {
    private static final double MARGIN = 12;

    private ScrollToFocus() {}

    public static void install(ScrollPane scroll) {
        scroll.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(node -> Platform.runLater(() -> reveal(scroll, node)));
            }
        });
    }

    private static void reveal(ScrollPane scroll, @Nullable Node node) {
        Node content = scroll.getContent();
        if (node == null || !within(content, node)) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double viewport = scroll.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - viewport;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (bounds.getMinY() < top) {
            scroll.setVvalue(Math.max(0, bounds.getMinY() - MARGIN) / hidden);
        } else if (bounds.getMaxY() > top + viewport) {
            scroll.setVvalue(Math.min(hidden, bounds.getMaxY() + MARGIN - viewport) / hidden);
        }
    }

    private static boolean within(Node ancestor, @Nullable Node node) {
        for (Node current = node; current != null; current = current.getParent()) {
            if (current.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
