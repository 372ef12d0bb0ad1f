package app.keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Nodes that are shown only while a condition is true. */
class VisibilityTest {
    private final VBox place = new VBox();
    private final List<Node> built = new ArrayList<>();

    @Test
    void aHiddenNodeIsNotBuiltAndTakesNoRoom() {
        Visibility.lazy(new SimpleBooleanProperty(false), place, this::build);
        assertEquals(List.of(), built);
        assertFalse(place.isVisible());
        assertFalse(place.isManaged());
    }

    @Test
    void itIsBuiltOnceWhenFirstShown() {
        BooleanProperty speaks = new SimpleBooleanProperty(false);
        Visibility.lazy(speaks, place, this::build);
        speaks.set(true);
        assertEquals(built, place.getChildren());
        assertTrue(place.isVisible());
        assertTrue(built.getFirst().isVisible());
        speaks.set(false);
        assertFalse(place.isVisible());
        assertFalse(built.getFirst().isVisible());
        speaks.set(true);
        assertEquals(1, built.size());
        assertTrue(built.getFirst().isManaged());
    }

    @Test
    void itIsBuiltAtOnceIfShownFromTheBeginning() {
        Visibility.lazy(new SimpleBooleanProperty(true), place, this::build);
        assertEquals(built, place.getChildren());
    }

    private Node build() {
        Node node = new Region();
        built.add(node);
        return node;
    }
}
