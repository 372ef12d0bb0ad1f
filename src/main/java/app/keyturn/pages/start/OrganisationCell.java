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

/** An organisation in the list: its name, and until when its token holds, in words and in a colour. */
final class OrganisationCell extends ListCell<ExpiryEntry> {
    /** In letters' heights: for what stands around a line, and for a scroll bar. */
    private static final double ROOM_BESIDE = 4.5;

    private final KnownOrganisations known;
    private final Messages messages;
    private final Text name = new Text();
    private final Text until = new Text();
    private final Text renewed = new Text();
    private final VBox lines = new VBox(name, until, renewed);

    /**
     * Makes a line.
     *
     * @param list whose lines are as wide as it is: a list asks its cells how high they are without telling them how
     *     wide, so a label would not wrap
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
                            () -> list.getWidth() - ROOM_BESIDE * name.getFont().getSize(), list.widthProperty(),
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
        until.setText(known.until(entry, messages));
        until.getStyleClass().setAll("known-" + known.urgency(entry).name().toLowerCase(Locale.ROOT));
        renewed.setText(known.renewed(entry, messages));
        setGraphic(lines);
        setAccessibleText(name.getText() + ": " + until.getText());
    }
}
