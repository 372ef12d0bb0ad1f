package app.keyturn.wizard;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows a node only while something is true; its room is given back otherwise. */
public final class Shown {
    private Shown() {}

    /** Shows the node while the condition is true, from now on. */
    public static void when(ObservableValue<Boolean> condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /** Shows the node or not, once. */
    public static void set(boolean shown, Node node) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
