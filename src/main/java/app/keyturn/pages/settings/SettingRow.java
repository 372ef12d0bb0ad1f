package app.keyturn.pages.settings;

import app.keyturn.settings.Setting;
import app.keyturn.wizard.Messages;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One setting: its name, its field, and a line about what it is for. There is room for a message under the field. */
final class SettingRow {
    private static final int UNDER_THE_FIELD = 2;

    private final Setting setting;
    private final Control field;
    private final VBox view;

    SettingRow(Setting setting, String id, Control field, Messages messages) {
        this.setting = setting;
        this.field = field;
        String name = messages.text("settings." + setting.key());
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        Label hint = new Label(messages.text("settings." + setting.key() + ".hint"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        field.setId(id);
        field.setAccessibleText(name);
        field.setAccessibleHelp(hint.getText());
        view = new VBox(label, field, hint);
        view.getStyleClass().add("field-block");
    }

    /** A row with a field for one line of text. */
    static SettingRow of(Setting setting, String id, StringProperty text, Messages messages) {
        TextField field = new TextField();
        field.setPromptText(messages.text("settings." + setting.key() + ".prompt"));
        field.textProperty().bindBidirectional(text);
        return new SettingRow(setting, id, field, messages);
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
}
