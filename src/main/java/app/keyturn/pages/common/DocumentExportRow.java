package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The buttons for reminder and receipt, and their result. */
public final class DocumentExportRow extends FxmlView {
    private final DocumentExportModel model;

    @FXML private Label notRecorded;
    @FXML private Button reminder;
    @FXML private Button receipt;
    @FXML private Hyperlink dates;
    @FXML private Hyperlink open;
    @FXML private Label message;

    /**
     * Creates the row.
     *
     * @param writable true while there is something to write
     */
    public DocumentExportRow(DocumentExportModel model, Messages messages, BooleanExpression writable) {
        super(messages);
        this.model = model;
        reminder.disableProperty().bind(writable.not());
        receipt.disableProperty().bind(writable.not());
        dates.disableProperty().bind(writable.not());
        notRecorded.textProperty().bind(model.notRecorded());
        Visibility.when(model.notRecorded().isNotEmpty(), notRecorded);
        model.receipt().map(Optional::isPresent).subscribe(written -> Visibility.set(written, open));
        message.textProperty().bind(model.message());
        Visibility.when(model.message().isNotEmpty(), message);
        // Screen readers read what has the focus, and it is scrolled into view.
        model.message().subscribe(text -> {
            if (!text.isEmpty()) {
                message.requestFocus();
            }
        });
    }

    @FXML
    private void saveReminder() {
        model.saveReminder();
    }

    @FXML
    private void copyDates() {
        model.copyDates();
        dates.setVisited(false);
    }

    @FXML
    private void saveReceipt() {
        model.saveReceipt();
    }

    @FXML
    private void openReceipt() {
        model.openReceipt();
        open.setVisited(false);
    }
}
