package app.keyturn.pages.byhand;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.DocumentExportRow;
import app.keyturn.pages.common.ExpiryField;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** The end of the page: <em>I have saved it in Entra</em>, and then the reminder and the receipt. */
final class ManualCompletionCard extends FxmlView {
    @FXML private CheckBox done;
    @FXML private VBox after;

    ManualCompletionCard(ManualCompletion completion, DocumentExportModel export, Messages messages) {
        super(messages);
        done.selectedProperty().bindBidirectional(completion.done());
        Visibility.when(completion.done(), after);
        after.getChildren()
                .add(
                        new ExpiryField(completion.expiry(), messages, "byhand.date.label", "by-hand-").view());
        after.getChildren().add(new DocumentExportRow(export, messages, completion.writable()).view());
    }
}
