package app.keyturn.pages.byhand;

import app.keyturn.wizard.DayConverter;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.KeepModel;
import app.keyturn.wizard.KeepRow;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The end of the page: <em>I have saved it in Entra</em>, and only then the reminder and the receipt. */
final class HandWorkCard {
    private final HandWork work;
    private final KeepModel keep;
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

    HandWorkCard(HandWork work, KeepModel keep, Messages messages) {
        this.work = work;
        this.keep = keep;
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
        after.getChildren().add(new KeepRow(keep, messages, work.writable()).view());
    }
}
