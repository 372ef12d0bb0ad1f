package app.keyturn.pages.start;

import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The organisations renewed here before, the most urgent first; nothing at all if there is none. */
final class KnownList {
    private final StartModel model;
    private final Messages messages;
    private final Parent view;

    @FXML
    private VBox known;
    @FXML
    private VBox organisations;
    @FXML
    private VBox lines;
    @FXML
    private Label more;
    @FXML
    private Label note;

    KnownList(StartModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        KnownOrganisations book = model.known();
        List<ExpiryEntry> shown = book.shown();
        for (ExpiryEntry entry : shown) {
            Hyperlink line = new Hyperlink();
            line.textProperty().bind(messages.live(() -> book.words(entry, messages)));
            line.setId("known-" + (lines.getChildren().size() + 1));
            line.setWrapText(true);
            line.accessibleTextProperty().bind(line.textProperty());
            line.accessibleHelpProperty().bind(messages.live("start.known.help"));
            line.setOnAction(_ -> model.renew(entry));
            lines.getChildren().add(line);
        }
        more.textProperty().bind(messages.live(() -> book.more(messages)));
        note.textProperty().bind(messages.live(() -> book.note(messages)));
        Shown.set(!shown.isEmpty(), organisations);
        Shown.set(!more.getText().isEmpty(), more);
        Shown.set(!note.getText().isEmpty(), note);
        Shown.set(!shown.isEmpty() || !note.getText().isEmpty(), known);
    }
}
