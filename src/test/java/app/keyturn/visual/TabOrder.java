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
 * Whether the tabulator goes the way that people read: first the band above the page if there is one, then the page, the
 * footer, and last the rail, which is there on every page; within each from line to line, and from the start of a line
 * to its end.
 */
final class TabOrder {
    private static final List<String> PARTS = List.of("practice-band", "body", "footer", "rail");
    private static final int MOST_STOPS = 100;
    /** Of two controls in one line, one may begin so much higher than the other. */
    private static final double SLACK = 2;

    private TabOrder() {}

    /** The stops of the tabulator in a window, from the first; the focus is afterwards where it was. */
    static List<Node> stops(Scene scene) {
        Node before = scene.getFocusOwner();
        List<Node> stops = new ArrayList<>();
        // From nowhere the tabulator leads to the first stop.
        scene.getRoot().requestFocus();
        scene.getRoot().requestFocusTraversal(TraversalDirection.NEXT);
        for (Node at = scene.getFocusOwner(); at != null && !stops.contains(at)
                && stops.size() < MOST_STOPS; at = scene.getFocusOwner()) {
            stops.add(at);
            at.requestFocusTraversal(TraversalDirection.NEXT);
        }
        giveBack(before);
        return stops;
    }

    static void giveBack(@Nullable Node focus) {
        Optional.ofNullable(focus).ifPresent(Node::requestFocus);
    }

    static Stream<String> in(SceneSnapshot sheet, List<Node> stops) {
        List<String> found = new ArrayList<>();
        for (int place = 1; place < stops.size(); place++) {
            Node from = stops.get(place - 1);
            Node to = stops.get(place);
            boolean mirrored = around(from, to).getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
            int step = Integer.compare(part(to), part(from));
            if (step < 0 || (step == 0 && !inOrder(from, to, sheet, mirrored))) {
                found.add("the tabulator goes from " + SceneSnapshot.name(from) + " to " + SceneSnapshot.name(to));
            }
        }
        sheet.nodes()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && !stops.contains(node))
                .filter(node -> !(node instanceof RadioButton radio) || !leftToArrows(radio))
                .map(node -> "no tabulator leads to " + SceneSnapshot.name(node))
                .forEach(found::add);
        return found.stream();
    }

    /** The tabulator goes to the chosen one of several alone; arrows lead to the others. */
    private static boolean leftToArrows(RadioButton radio) {
        ToggleGroup group = radio.getToggleGroup();
        return group != null && group.getSelectedToggle() != null && !radio.isSelected();
    }

    /** What holds both: a field for a token runs from left to right in every window, what is beside it may not. */
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

    /** True if it is, or if the columns are that they stand in. */
    private static boolean inOrder(Node from, Node to, SceneSnapshot sheet, boolean mirrored) {
        if (reads(sheet.place(from), sheet.place(to), mirrored)) {
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
        return reads(sheet.place(column), sheet.place(next), mirrored);
    }

    /** True if one who reads comes from the one to the other: further on in the line, or in a line below. */
    private static boolean reads(Bounds from, Bounds to, boolean mirrored) {
        boolean below = to.getMinY() >= from.getMaxY() - SLACK;
        boolean line = to.getMaxY() > from.getMinY() + SLACK;
        boolean further = mirrored ? to.getMaxX() < from.getMaxX() : to.getMinX() > from.getMinX();
        return below || (line && further);
    }
}
