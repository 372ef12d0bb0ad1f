package app.keyturn.pages.byhand;

import app.keyturn.i18n.DateConverter;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.DocumentExportRow;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The end of the page: <em>I have saved it in Entra</em>, and then the reminder and the receipt. */
final class ManualCompletionCard extends FxmlView {
    @FXML private CheckBox done;
    @FXML private VBox after;
    @FXML private Label expiryLabel;
    @FXML private DatePicker expiry;
    @FXML private Label dateHint;
    @FXML private CheckBox confirmExpiry;

    ManualCompletionCard(ManualCompletion completion, DocumentExportModel export, Messages messages) {
        super(messages);
        done.selectedProperty().bindBidirectional(completion.done());
        Visibility.when(completion.done(), after);
        expiryLabel.setLabelFor(expiry);
        DateConverter.install(expiry, messages);
        expiry.valueProperty().bindBidirectional(completion.expiry().day());
        confirmExpiry.selectedProperty().bindBidirectional(completion.expiry().confirmed());
        confirmExpiry.disableProperty().bind(completion.writable().not());
        dateHint.textProperty().bind(completion.expiry().hint());
        after.getChildren().add(new DocumentExportRow(export, messages, completion.writable()).view());
    }
}
