package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.ui.LocalizedComboBox;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * One setting: its name, its field, and a line about what it is for. There is room for a message under the field. What
 * the IT department has set stands there and cannot be changed; the line says so.
 */
final class SettingRow {
    private static final int UNDER_THE_FIELD = 2;

    private final Setting setting;
    private final Control field;
    private final VBox view;

    /**
     * Makes a row.
     *
     * @param text its value, as it stands in the file
     * @param byDepartment true if the IT department has set it
     */
    SettingRow(Setting setting, String id, StringProperty text, boolean byDepartment, Messages messages) {
        this.setting = setting;
        String key = "settings." + setting.key();
        ObservableValue<String> name = messages.live(key);
        field = setting.choices().isEmpty()
                ? typed(text, messages.live(key + ".prompt"))
                : chosen(setting, text, messages);
        Label label = new Label();
        label.textProperty().bind(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        // What cannot be changed need not be explained.
        Label hint = new Label();
        hint.textProperty().bind(messages.live(byDepartment ? "settings.by-department" : key + ".hint"));
        if (byDepartment) {
            hint.setId(id + "-by-department");
        } else {
            hint.getStyleClass().add("hint");
        }
        hint.setWrapText(true);
        field.setId(id);
        field.accessibleTextProperty().bind(name);
        field.accessibleHelpProperty().bind(hint.textProperty());
        field.setDisable(byDepartment);
        view = new VBox(label, field, hint);
        view.getStyleClass().add("field-block");
    }

    Setting setting() {
        return setting;
    }

    Node view() {
        return view;
    }

    /** Puts a message under the field and goes to it. */
    void show(Node message) {
        view.getChildren().add(UNDER_THE_FIELD, message);
        field.requestFocus();
    }

    private static TextField typed(StringProperty text, ObservableValue<String> prompt) {
        TextField field = new TextField();
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.promptTextProperty().bind(prompt);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static ComboBox<String> chosen(Setting setting, StringProperty text, Messages messages) {
        ComboBox<String> field = new ComboBox<>(FXCollections.observableArrayList(setting.choices()));
        LocalizedComboBox.subscribe(field, messages, choice -> new ChoiceNames(messages).name(setting, choice));
        field.valueProperty().bindBidirectional(text);
        field.setMaxWidth(Double.MAX_VALUE);
        return field;
    }
}
