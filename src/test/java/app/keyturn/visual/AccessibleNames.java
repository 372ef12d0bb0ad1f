package app.keyturn.visual;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/** Focusable controls that a screen reader cannot announce: without a name or a role. */
public final class AccessibleNames {
    private static final List<AccessibleRole> NO_ROLE = List.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private AccessibleNames() {}

    /** Checks every visible node under a root, on the JavaFX thread; returns a line for each finding. */
    public static Stream<String> in(Parent root) {
        return in(new SceneSnapshot(root));
    }

    static Stream<String> in(SceneSnapshot snapshot) {
        return snapshot.nodes().filter(Node::isFocusTraversable).flatMap(node -> {
            Stream<String> nameless = hasName(node, snapshot)
                    ? Stream.empty()
                    : Stream.of(SceneSnapshot.name(node) + " takes the focus and has no name");
            AccessibleRole role = node.getAccessibleRole();
            Stream<String> roleless = role != null && !NO_ROLE.contains(role)
                    ? Stream.empty()
                    : Stream.of(SceneSnapshot.name(node) + " takes the focus and has no role");
            return Stream.concat(nameless, roleless);
        });
    }

    private static boolean hasName(Node node, SceneSnapshot snapshot) {
        return isText(node.getAccessibleText()) || (node instanceof Labeled labeled && isText(labeled.getText()))
                || snapshot.nodes()
                        .anyMatch(other -> other instanceof Label label && node.equals(label.getLabelFor())
                                && isText(label.getText()));
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
