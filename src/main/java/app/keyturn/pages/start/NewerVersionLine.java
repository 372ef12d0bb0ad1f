package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.WrappingRow;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A quiet line at the end of the first page, where it moves nothing, about a newer version. Created only when there is
 * one.
 */
final class NewerVersionLine {
    private final NewerVersionModel model;
    private final Messages messages;
    private final VBox place;
    private @Nullable Node line;

    /** @param place gets the line as its last child */
    NewerVersionLine(NewerVersionModel model, Messages messages, VBox place) {
        this.model = model;
        this.messages = messages;
        this.place = place;
        model.visible().subscribe(this::refresh);
    }

    private void refresh(@Nullable String version) {
        place.getChildren().remove(line);
        line = version == null ? null : line(version);
        if (line != null) {
            place.getChildren().add(line);
        }
    }

    private Node line(String version) {
        Label label = new Label();
        label.setId("newer-version");
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.textProperty().bind(messages.live("start.newer", version));
        Hyperlink open = new Hyperlink();
        open.setId("newer-version-open");
        open.setWrapText(true);
        open.textProperty().bind(messages.live("start.newer.open"));
        open.accessibleTextProperty().bind(messages.live("start.newer.open.accessible", version));
        open.setOnAction(_ -> {
            open.setVisited(false);
            model.open();
        });
        WrappingRow row = new WrappingRow();
        row.setWhole(true);
        row.getStyleClass().add("link-row");
        row.getChildren().setAll(label, open);
        return row;
    }
}
