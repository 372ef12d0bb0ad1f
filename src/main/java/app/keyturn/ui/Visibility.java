package app.keyturn.ui;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shows a node only while something is true; its room is given back otherwise. */
public final class Visibility {
    private Visibility() {}

    /** Shows the node while the condition is true, from now on. */
    public static void when(ObservableValue<Boolean> condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /**
     * Shows something while the condition is true, from now on. It is built when that is first so: what a page seldom has to
     * say costs nothing before.
     *
     * @param place an empty one, for it alone, so that it stands in order
     * @param builder builds it, once
     */
    public static void late(ObservableValue<Boolean> condition, Pane place, Supplier<Node> builder) {
        when(condition, place);
        condition.subscribe(now -> {
            if (now && place.getChildren().isEmpty()) {
                Node built = builder.get();
                when(condition, built);
                place.getChildren().setAll(built);
            }
        });
    }

    /** Shows the node or not, once. */
    public static void set(boolean shown, Node node) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
