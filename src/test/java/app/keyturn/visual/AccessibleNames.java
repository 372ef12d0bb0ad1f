package app.keyturn.visual;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/** What takes the focus and tells whoever hears the window nothing: no name, or no kind. */
public final class AccessibleNames {
    private static final List<AccessibleRole> NO_KIND = List.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private AccessibleNames() {}

    /** Looks at everything in sight under a root, on the JavaFX thread: a line for each that has none. */
    public static Stream<String> in(Parent root) {
        return in(new SceneSnapshot(root));
    }

    static Stream<String> in(SceneSnapshot sheet) {
        return sheet.nodes().filter(Node::isFocusTraversable).flatMap(node -> {
            Stream<String> nameless = hasName(node, sheet)
                    ? Stream.empty()
                    : Stream.of(SceneSnapshot.name(node) + " takes the focus and has no name");
            AccessibleRole role = node.getAccessibleRole();
            Stream<String> roleless = role != null && !NO_KIND.contains(role)
                    ? Stream.empty()
                    : Stream.of(SceneSnapshot.name(node) + " takes the focus and has no role");
            return Stream.concat(nameless, roleless);
        });
    }

    private static boolean hasName(Node node, SceneSnapshot sheet) {
        return isText(node.getAccessibleText()) || (node instanceof Labeled labeled && isText(labeled.getText()))
                || sheet.nodes()
                        .anyMatch(other -> other instanceof Label label && node.equals(label.getLabelFor())
                                && isText(label.getText()));
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
