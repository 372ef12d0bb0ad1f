package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.ui.LocalizedComboBox;
import app.keyturn.wizard.LanguageChoice;
import java.util.Locale;
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
 * One setting: its name, its field, and a hint; a message can be shown below the field. A setting managed by the IT
 * department cannot be changed, and the hint says so.
 */
final class SettingRow {
    private static final int UNDER_THE_FIELD = 2;

    private final Setting setting;
    private final Control field;
    private final VBox view;

    /**
     * @param text the value, as in the file
     * @param managed true if the IT department has set it
     */
    SettingRow(Setting setting, String id, StringProperty text, boolean managed, Messages messages) {
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
        // A setting that cannot be changed needs no explanation.
        Label hint = new Label();
        hint.textProperty().bind(messages.live(managed ? "settings.by-department" : key + ".hint"));
        if (managed) {
            hint.setId(id + "-by-department");
        } else {
            hint.getStyleClass().add("hint");
        }
        hint.setWrapText(true);
        field.setId(id);
        field.accessibleTextProperty().bind(name);
        field.accessibleHelpProperty().bind(hint.textProperty());
        field.setDisable(managed);
        view = new VBox(label, field, hint);
        view.getStyleClass().add("field-block");
    }

    Setting setting() {
        return setting;
    }

    Node view() {
        return view;
    }

    /** Shows a message below the field and focuses the field. */
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
        LocalizedComboBox.label(field, messages, choice -> choiceLabel(setting, choice, messages));
        field.valueProperty().bindBidirectional(text);
        field.setMaxWidth(Double.MAX_VALUE);
        return field;
    }

    /** The label of a choice; a language has its own name, so that its speakers find it. */
    static String choiceLabel(Setting setting, String choice, Messages messages) {
        if (setting == Setting.LANGUAGE && !choice.equals(setting.choices().getFirst())) {
            return LanguageChoice.name(Locale.forLanguageTag(choice));
        }
        return setting == Setting.TEXT_SIZE
                ? messages.percent(Integer.parseInt(choice))
                : messages.text("settings." + setting.key() + "." + choice);
    }
}
