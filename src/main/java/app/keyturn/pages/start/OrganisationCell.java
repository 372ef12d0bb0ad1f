package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.ExpiryEntry;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** An organisation in the list: its name, and its expiry as text and colour. */
final class OrganisationCell extends ListCell<ExpiryEntry> {
    /** The padding of a line and a scroll bar, in em. */
    private static final double PADDING_EM = 4.5;

    private final KnownOrganisations known;
    private final Messages messages;
    private final Text name = new Text();
    private final Text until = new Text();
    private final Text renewed = new Text();
    private final VBox lines = new VBox(name, until, renewed);

    /**
     * @param list determines the width: a list measures its cells' height without telling them the width, so a label
     *     would not wrap
     */
    OrganisationCell(KnownOrganisations known, Messages messages, ListView<ExpiryEntry> list) {
        this.known = known;
        this.messages = messages;
        lines.getStyleClass().add("known-organisation");
        name.getStyleClass().add("known-name");
        renewed.getStyleClass().add("known-renewed");
        for (Text line : List.of(name, until, renewed)) {
            line.wrappingWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> list.getWidth() - PADDING_EM * name.getFont().getSize(), list.widthProperty(),
                            name.fontProperty()));
        }
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
        until.setText(known.validUntil(entry, messages));
        until.getStyleClass().setAll("known-" + known.urgency(entry).name().toLowerCase(Locale.ROOT));
        renewed.setText(known.renewed(entry, messages));
        setGraphic(lines);
        setAccessibleText(name.getText() + ": " + until.getText());
    }
}
