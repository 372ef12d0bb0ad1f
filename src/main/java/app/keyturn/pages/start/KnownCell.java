package app.keyturn.pages.start;

import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.wizard.Messages;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An organisation in the list: its name, and until when its token holds, in words and in a colour. */
final class KnownCell extends ListCell<ExpiryEntry> {
    private final KnownOrganisations known;
    private final Messages messages;
    private final Label name = new Label();
    private final Label until = new Label();
    private final Label renewed = new Label();
    private final VBox lines = new VBox(name, until, renewed);

    KnownCell(KnownOrganisations known, Messages messages) {
        this.known = known;
        this.messages = messages;
        lines.getStyleClass().add("known-organisation");
        name.getStyleClass().add("field-label");
        renewed.getStyleClass().add("hint");
        lines.getChildren().forEach(line -> ((Label) line).setWrapText(true));
        setPrefWidth(0); // the list's width, and not the longest name's
    }

    @Override
    protected void updateItem(@Nullable ExpiryEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        name.setText(known.name(entry, messages));
        until.setText(known.until(entry, messages));
        until.getStyleClass().setAll("label", "known-" + known.urgency(entry).name().toLowerCase(Locale.ROOT));
        renewed.setText(known.renewed(entry, messages));
        setGraphic(lines);
        setAccessibleText(name.getText() + ": " + until.getText());
    }
}
