package app.keyturn.ui;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls to what gets the focus. JavaFX does so for the Tab key only, not for a message that has just appeared below
 * the edge.
 */
public final class ScrollToFocus {
    private static final double AIR = 12;

    private ScrollToFocus() {}

    public static void keep(ScrollPane scroll) {
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
        Bounds wanted = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double room = scroll.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - room;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (wanted.getMinY() < top) {
            scroll.setVvalue(Math.max(0, wanted.getMinY() - AIR) / hidden);
        } else if (wanted.getMaxY() > top + room) {
            scroll.setVvalue(Math.min(hidden, wanted.getMaxY() + AIR - room) / hidden);
        }
    }

    private static boolean within(Node ancestor, @Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
