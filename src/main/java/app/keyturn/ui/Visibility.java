package app.keyturn.ui;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shows or hides a node; a hidden one takes no room. */
public final class Visibility {
    private Visibility() {}

    /** Shows the node while the condition is true. */
    public static void when(ObservableValue<Boolean> condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /**
     * Shows a node while the condition is true. It is built when that is first the case, so a part that is rarely shown
     * costs nothing.
     *
     * @param place an empty pane for this node only, which keeps its position
     * @param builder called once
     */
    public static void lazy(ObservableValue<Boolean> condition, Pane place, Supplier<Node> builder) {
        when(condition, place);
        condition.subscribe(now -> {
            if (now && place.getChildren().isEmpty()) {
                Node built = builder.get();
                when(condition, built);
                place.getChildren().setAll(built);
            }
        });
    }

    public static void set(boolean shown, Node node) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
