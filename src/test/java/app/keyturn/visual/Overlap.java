package app.keyturn.visual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text and controls that overlap or do not fit into the window. */
final class Overlap {
    private static final double SLACK = 1.5;

    private Overlap() {}

    static Stream<String> in(SceneSnapshot snapshot) {
        List<Node> leaves = snapshot.nodes().filter(Overlap::takesRoom).toList();
        List<Bounds> places = leaves.stream().map(snapshot::visibleBounds).toList();
        List<String> found = new ArrayList<>();
        for (int one = 0; one < leaves.size(); one++) {
            for (int other = one + 1; other < leaves.size(); other++) {
                Node a = leaves.get(one);
                Node b = leaves.get(other);
                if (overlap(places.get(one), places.get(other)) && snapshot.scrolls(a) == snapshot.scrolls(b)
                        && !SceneSnapshot.isWithin(a, b)) {
                    found.add(SceneSnapshot.name(a) + " overlaps " + SceneSnapshot.name(b));
                }
            }
            if (!(leaves.get(one) instanceof Text) && snapshot.isBeyond(leaves.get(one))) {
                found.add(SceneSnapshot.name(leaves.get(one)) + " is not whole in the window");
            }
        }
        return found.stream();
    }

    /** Fields are left out: a link may cover the end of one, and typed text counts as text. */
    private static boolean takesRoom(Node node) {
        return switch (node) {
            case Text text -> !text.getText().isBlank() && text.getFont().getSize() >= 1
                    && !(text.getParent() instanceof TextFlow);
            case TextFlow _,ButtonBase _,ComboBoxBase<?> _,ProgressIndicator _ -> true;
            default -> false;
        };
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX()) > SLACK
                && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY()) > SLACK;
    }
}
