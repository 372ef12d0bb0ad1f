package app.keyturn.visual;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Whether keyboard focus is visible. Web Content Accessibility Guidelines 2.2, "2.4.13 Focus Appearance": at least as
 * many pixels change as a line along the shorter sides has, with a contrast of three to one.
 */
final class FocusIndicator {
    private static final double LEAST = 3;
    private static final double AROUND = 8;

    /** Theme and kind of control: its ring depends on nothing else, so each is checked once a process. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private FocusIndicator() {}

    /**
     * Checks each stop that was not checked in this theme before.
     *
     * @param stops the Tab stops, in order
     * @param theme the current theme
     */
    static Stream<String> in(SceneSnapshot snapshot, List<Node> stops, ThemeVariant theme) {
        Scene scene = snapshot.root().getScene();
        Node before = scene.getFocusOwner();
        List<String> found = stops.stream()
                .filter(stop -> SEEN.add(theme + " " + stop.getId() + " " + stop.getStyleClass()))
                .filter(stop -> !shows(stop, snapshot))
                .map(stop -> SceneSnapshot.name(stop) + " does not show that it has the focus")
                .toList();
        TabOrder.restoreFocus(before);
        return found.stream();
    }

    private static boolean shows(Node stop, SceneSnapshot snapshot) {
        Scene scene = snapshot.root().getScene();
        scene.getRoot().requestFocus();
        WritableImage without = picture(stop, snapshot);
        // JavaFX shows the ring only after keyboard traversal, so move the focus away and back.
        stop.requestFocus();
        stop.requestFocusTraversal(TraversalDirection.NEXT);
        Node next = scene.getFocusOwner();
        if (next != null) {
            next.requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        WritableImage with = picture(stop, snapshot);
        Bounds bounds = snapshot.bounds(stop);
        return stop.equals(scene.getFocusOwner())
                && changed(without, with) >= 2 * Math.min(bounds.getWidth(), bounds.getHeight());
    }

    private static WritableImage picture(Node stop, SceneSnapshot snapshot) {
        Bounds bounds = snapshot.bounds(stop);
        SnapshotParameters around = new SnapshotParameters();
        around.setViewport(new Rectangle2D(bounds.getMinX() - AROUND, bounds.getMinY() - AROUND,
                bounds.getWidth() + 2 * AROUND, bounds.getHeight() + 2 * AROUND));
        snapshot.root().applyCss();
        return snapshot.root().snapshot(around, null);
    }

    private static int changed(WritableImage without, WritableImage with) {
        PixelReader before = without.getPixelReader();
        PixelReader after = with.getPixelReader();
        int changed = 0;
        for (int y = 0; y < without.getHeight(); y++) {
            for (int x = 0; x < without.getWidth(); x++) {
                if (before.getArgb(x, y) != after.getArgb(x, y)) {
                    Color old = before.getColor(x, y);
                    Color now = after.getColor(x, y);
                    changed += Contrast.between(old, now) >= LEAST ? 1 : 0;
                }
            }
        }
        return changed;
    }
}
