package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.time.LocalDate;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * The field for an expiry date: the date, what is said about it, the days to choose from if it is not clear, and the
 * tick for <em>Apple shows this date</em>.
 */
public final class ExpiryField extends FxmlView {
    private final ExpiryDate model;
    private final String idPrefix;

    /** True while JavaFX empties the field because its text is no date. */
    private boolean clearing;

    @FXML private Label label;
    @FXML private DatePicker date;
    @FXML private Label hint;
    @FXML private Pane choices;
    @FXML private CheckBox confirm;

    /**
     * Creates the field.
     *
     * @param labelKey the question above the field
     * @param idPrefix stands before the IDs of the controls
     */
    public ExpiryField(ExpiryDate model, Messages messages, String labelKey, String idPrefix) {
        super(messages);
        this.model = model;
        this.idPrefix = idPrefix;
        date.setId(idPrefix + "expiry");
        hint.setId(idPrefix + "date-hint");
        confirm.setId(idPrefix + "confirm-expiry");
        label.textProperty().bind(messages.live(labelKey));
        label.setLabelFor(date);
        date.setConverter(new TypedDate());
        date.getEditor().setTextFormatter(new TextFormatter<>(this::exceptClearing));
        date.valueProperty().bindBidirectional(model.day());
        date.getEditor().textProperty().bindBidirectional(model.text());
        date.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        date.accessibleHelpProperty().bind(model.hint().text());
        hint.textProperty().bind(model.hint().text());
        model.hint().tone().subscribe(tone -> tone.style(hint));
        model.choices().subscribe(_ -> showChoices());
        messages.language().subscribe((_, _) -> showChoices());
        confirm.selectedProperty().bindBidirectional(model.confirmed());
        confirm.disableProperty().bind(Bindings.isNull(model.expiry()));
    }

    /** Enter takes the date before it presses the main button, and presses none while the date is not accepted. */
    private void enter(KeyEvent pressed) {
        if (pressed.getCode() != KeyCode.ENTER || date.isShowing()) {
            return;
        }
        take();
        if (model.expiry().get() == null) {
            pressed.consume();
            choices.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    /** Takes the text, which stays if it is no date: JavaFX would replace it by that of the missing date, nothing. */
    private void take() {
        clearing = true;
        model.take();
        // JavaFX does it after it has asked the converter, before it handles another event.
        Platform.runLater(() -> clearing = false);
    }

    private Change exceptClearing(Change change) {
        if (clearing && change.getControlNewText().isEmpty()) {
            change.setRange(0, 0);
            change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        }
        return change;
    }

    private void showChoices() {
        choices.getChildren().clear();
        for (LocalDate day : model.choices().get()) {
            Button choice = new Button(messages.day(day));
            choice.setId(idPrefix + "expiry-choice-" + (choices.getChildren().size() + 1));
            choice.setOnAction(_ -> {
                model.choose(day);
                date.requestFocus();
            });
            choices.getChildren().add(choice);
        }
        Visibility.set(!choices.getChildren().isEmpty(), choices);
    }

    private final class TypedDate extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : messages.day(day);
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            take();
            return model.day().get();
        }
    }
}
