package app.keyturn.visual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/**
 * Whether Tab follows the reading order: first the band above the page if there is one, then the page, the footer, and
 * last the rail, which is the same on every page; within each from line to line, and along each line.
 */
final class TabOrder {
    private static final List<String> PARTS = List.of("practice-band", "body", "footer", "rail");
    private static final int MOST_STOPS = 100;
    /** Controls in one line may differ in height by this much. */
    private static final double SLACK = 2;

    private TabOrder() {}

    /** The Tab stops of a window, in order; the focus is restored. */
    static List<Node> stops(Scene scene) {
        Node before = scene.getFocusOwner();
        List<Node> stops = new ArrayList<>();
        // Without a focused control, Tab leads to the first stop.
        scene.getRoot().requestFocus();
        scene.getRoot().requestFocusTraversal(TraversalDirection.NEXT);
        for (Node at = scene.getFocusOwner(); at != null && !stops.contains(at)
                && stops.size() < MOST_STOPS; at = scene.getFocusOwner()) {
            stops.add(at);
            at.requestFocusTraversal(TraversalDirection.NEXT);
        }
        restoreFocus(before);
        return stops;
    }

    static void restoreFocus(@Nullable Node focus) {
        Optional.ofNullable(focus).ifPresent(Node::requestFocus);
    }

    static Stream<String> in(SceneSnapshot snapshot, List<Node> stops) {
        List<String> found = new ArrayList<>();
        for (int index = 1; index < stops.size(); index++) {
            Node from = stops.get(index - 1);
            Node to = stops.get(index);
            boolean mirrored = around(from, to).getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
            int step = Integer.compare(part(to), part(from));
            if (step < 0 || (step == 0 && !inOrder(from, to, snapshot, mirrored))) {
                found.add("Tab goes from " + SceneSnapshot.name(from) + " to " + SceneSnapshot.name(to));
            }
        }
        snapshot.nodes()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && !stops.contains(node))
                .filter(node -> !(node instanceof RadioButton radio) || !leftToArrows(radio))
                .map(node -> "Tab does not reach " + SceneSnapshot.name(node))
                .forEach(found::add);
        return found.stream();
    }

    /** In a group Tab reaches the selected radio button only; arrow keys lead to the others. */
    private static boolean leftToArrows(RadioButton radio) {
        ToggleGroup group = radio.getToggleGroup();
        return group != null && group.getSelectedToggle() != null && !radio.isSelected();
    }

    /** The nearest common parent: a token field always runs from left to right, what is beside it may not. */
    private static Node around(Node from, Node to) {
        Node both = to;
        while (!SceneSnapshot.isWithin(both, from) && both.getParent() != null) {
            both = both.getParent();
        }
        return both;
    }

    private static int part(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            int part = at.getStyleClass().stream().mapToInt(PARTS::indexOf).max().orElse(-1);
            if (part >= 0) {
                return part;
            }
        }
        return PARTS.size();
    }

    /** True if the controls are in reading order, or the columns that contain them. */
    private static boolean inOrder(Node from, Node to, SceneSnapshot snapshot, boolean mirrored) {
        if (reads(snapshot.bounds(from), snapshot.bounds(to), mirrored)) {
            return true;
        }
        Node column = from;
        while (column.getParent() != null && !SceneSnapshot.isWithin(column.getParent(), to)) {
            column = column.getParent();
        }
        Node next = to;
        while (next.getParent() != null && !SceneSnapshot.isWithin(next.getParent(), from)) {
            next = next.getParent();
        }
        return reads(snapshot.bounds(column), snapshot.bounds(next), mirrored);
    }

    /** True if the second follows the first in reading order: further along the line, or in a line below. */
    private static boolean reads(Bounds from, Bounds to, boolean mirrored) {
        boolean below = to.getMinY() >= from.getMaxY() - SLACK;
        boolean line = to.getMaxY() > from.getMinY() + SLACK;
        boolean further = mirrored ? to.getMaxX() < from.getMaxX() : to.getMinX() > from.getMinX();
        return below || (line && further);
    }
}
