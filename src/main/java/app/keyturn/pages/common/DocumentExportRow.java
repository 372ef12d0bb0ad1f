package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.RichText;
import app.keyturn.ui.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The buttons for reminder and receipt, and their result. */
public final class DocumentExportRow extends FxmlView {
    /** How each calendar program takes the reminder. */
    private static final List<String> CALENDARS = List.of("keep.calendars.outlook", "keep.calendars.google",
            "keep.calendars.apple", "keep.calendars.others", "keep.calendars.again", "keep.calendars.all");

    private final DocumentExportModel model;

    @FXML private Label notRecorded;
    @FXML private Button reminder;
    @FXML private Button receipt;
    @FXML private Hyperlink file;
    @FXML private Hyperlink dates;
    @FXML private Hyperlink eachDay;
    @FXML private VBox calendars;
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
        notRecorded.textProperty().bind(model.notRecorded());
        Visibility.when(model.notRecorded().isNotEmpty(), notRecorded);
        Stream.of(reminder, file, receipt, dates, eachDay)
                .forEach(control -> control.disableProperty().bind(writable.not()));
        messages.language().subscribe(_ -> RichText.fill(calendars, messages, CALENDARS));
        model.receipt().map(Optional::isPresent).subscribe(written -> Visibility.set(written, open));
        message.textProperty().bind(model.message().text());
        Visibility.when(model.message().text().isNotEmpty(), message);
        model.message().tone().subscribe(tone -> tone.style(message));
        // Screen readers read what has the focus, and it is scrolled into view.
        model.message().text().subscribe(text -> {
            if (!text.isEmpty()) {
                message.requestFocus();
            }
        });
    }

    @FXML
    private void openReminder() {
        model.openReminder();
    }

    @FXML
    private void saveReminder() {
        model.saveReminder();
        file.setVisited(false);
    }

    @FXML
    private void saveEachDay() {
        model.saveEachDay();
        eachDay.setVisited(false);
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
