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
 * Whether one sees what has the focus when the tabulator leads to it: enough pixels at it change, and change enough. Web
 * Content Accessibility Guidelines 2.2, "2.4.13 Focus Appearance": as many as a line along its shorter sides would have,
 * and three to one against what was there.
 */
final class FocusIndicator {
    private static final double LEAST = 3;
    private static final double AROUND = 8;

    /** By look and kind of control; each is looked at once in a process, for that is all that its ring depends on. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private FocusIndicator() {}

    /**
     * Looks at each stop that it has not seen in this look before.
     *
     * @param stops of the tabulator, in their order
     * @param dress the look that is worn
     */
    static Stream<String> in(SceneSnapshot sheet, List<Node> stops, ThemeVariant dress) {
        Scene scene = sheet.root().getScene();
        Node before = scene.getFocusOwner();
        List<String> found = stops.stream()
                .filter(stop -> SEEN.add(dress + " " + stop.getId() + " " + stop.getStyleClass()))
                .filter(stop -> !shows(stop, sheet))
                .map(stop -> SceneSnapshot.name(stop) + " does not show that it has the focus")
                .toList();
        TabOrder.giveBack(before);
        return found.stream();
    }

    private static boolean shows(Node stop, SceneSnapshot sheet) {
        Scene scene = sheet.root().getScene();
        scene.getRoot().requestFocus();
        WritableImage without = picture(stop, sheet);
        // Only a key shows the focus; so it comes from one side, or back from the other.
        stop.requestFocus();
        stop.requestFocusTraversal(TraversalDirection.NEXT);
        Node next = scene.getFocusOwner();
        if (next != null) {
            next.requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        WritableImage with = picture(stop, sheet);
        Bounds place = sheet.place(stop);
        return stop.equals(scene.getFocusOwner())
                && changed(without, with) >= 2 * Math.min(place.getWidth(), place.getHeight());
    }

    private static WritableImage picture(Node stop, SceneSnapshot sheet) {
        Bounds place = sheet.place(stop);
        SnapshotParameters around = new SnapshotParameters();
        around.setViewport(new Rectangle2D(place.getMinX() - AROUND, place.getMinY() - AROUND,
                place.getWidth() + 2 * AROUND, place.getHeight() + 2 * AROUND));
        sheet.root().applyCss();
        return sheet.root().snapshot(around, null);
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
