package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.SaveNote;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Shows a save that was interrupted, and leads back to it. */
final class UnfinishedCard extends FxmlView {
    private final StartModel model;

    @FXML private Label text;
    @FXML private Button begin;

    UnfinishedCard(StartModel model, Messages messages) {
        super(messages);
        this.model = model;
        messages.subscribe(model.unfinishedSaves().visible(), _ -> refresh());
    }

    private void refresh() {
        text.setText(model.unfinishedSaves().text());
        Optional<SaveNote> cutOff = model.unfinishedSaves().note();
        Visibility.set(cutOff.isPresent(), begin);
        cutOff.ifPresent(note -> {
            begin.setText(messages.text("start.unfinished.begin", note.tenantName()));
            begin.setAccessibleText(begin.getText());
            begin.setOnAction(_ -> model.finish(note));
        });
    }

    @FXML
    private void dismiss() {
        model.dismiss();
    }
}
