package app.keyturn.pages.byhand;

import app.keyturn.wizard.DayConverter;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The end of the page: <em>I have saved it in Entra</em>, and only then the reminder and the receipt. */
final class HandWorkCard {
    private final HandWork work;
    private final Messages messages;
    private final Parent view;

    @FXML
    private CheckBox done;
    @FXML
    private VBox after;
    @FXML
    private Label expiryLabel;
    @FXML
    private DatePicker expiry;
    @FXML
    private Label dateHint;
    @FXML
    private CheckBox confirmExpiry;
    @FXML
    private Button reminder;
    @FXML
    private Button receipt;
    @FXML
    private Label message;

    HandWorkCard(HandWork work, Messages messages) {
        this.work = work;
        this.messages = messages;
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        done.selectedProperty().bindBidirectional(work.done());
        Shown.when(work.done(), after);
        expiryLabel.setLabelFor(expiry);
        DayConverter.in(expiry, messages);
        expiry.valueProperty().bindBidirectional(work.expiry().day());
        confirmExpiry.selectedProperty().bindBidirectional(work.expiry().confirmed());
        confirmExpiry.disableProperty().bind(work.writable().not());
        dateHint.textProperty().bind(work.expiry().hint());
        reminder.disableProperty().bind(work.writable().not());
        receipt.disableProperty().bind(work.writable().not());
        message.textProperty().bind(work.message());
        Shown.when(work.message().isNotEmpty(), message);
        // What has the focus is read out, and scrolled into view.
        work.message().subscribe(text -> {
            if (!text.isEmpty()) {
                message.requestFocus();
            }
        });
    }

    @FXML
    private void saveReminder() {
        work.saveReminder();
    }

    @FXML
    private void saveReceipt() {
        work.saveReceipt();
    }
}
