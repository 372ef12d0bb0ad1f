package app.keyturn.ui;

import app.keyturn.i18n.Messages;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text in which the parts between asterisks are bold: the names to look for on a screen. */
public final class RichText {
    private RichText() {}

    /** One paragraph; screen readers get it as one text, without the asterisks. */
    public static TextFlow of(String marked) {
        List<String> parts = List.of(marked.split("\\*", -1));
        TextFlow flow = new TextFlow(IntStream.range(0, parts.size())
                .mapToObj(place -> piece(parts.get(place), place % 2 == 1))
                .toArray(Text[]::new));
        flow.getStyleClass().add("rich");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(String.join("", parts));
        return flow;
    }

    public static void fill(VBox box, List<String> marked) {
        box.getChildren().setAll(marked.stream().map(RichText::of).toList());
    }

    /** Fills a box with the texts of keys, one paragraph each, in the current language. */
    public static void fill(VBox box, Messages messages, List<String> keys) {
        fill(box, keys.stream().map(key -> messages.text(key)).toList());
    }

    private static Text piece(String part, boolean strong) {
        Text text = new Text(part);
        text.getStyleClass().add(strong ? "strong" : "plain");
        return text;
    }
}
