package app.keyturn.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** A numbered list of steps, one below the other. */
public final class NumberedSteps {
    private NumberedSteps() {}

    /**
     * Replaces the content of a box with steps.
     *
     * @param steps in their order, with asterisks as in {@link RichText}
     */
    public static void fill(VBox box, List<String> steps) {
        box.getStyleClass().add("numbered");
        box.getChildren()
                .setAll(IntStream.range(0, steps.size()).mapToObj(place -> row(place + 1, steps.get(place))).toList());
    }

    private static Node row(int number, String step) {
        Label mark = new Label(number + ".");
        mark.getStyleClass().add("numbered-mark");
        mark.setMinWidth(Label.USE_PREF_SIZE);
        TextFlow text = RichText.of(step);
        text.setAccessibleText(number + ". " + text.getAccessibleText());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(mark, text);
        row.getStyleClass().add("numbered-row");
        return row;
    }
}
