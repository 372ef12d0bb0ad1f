package app.keyturn.ui;

import app.keyturn.i18n.Messages;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/** A choice whose items are called by names that change with the language. */
public final class LocalizedComboBox {
    private LocalizedComboBox() {}

    /**
     * Names the items, now and whenever the language changes. JavaFX does not show its cells anew with another
     * converter; so there are new cells.
     *
     * @param name what an item is called in the language in force
     */
    public static <T> void subscribe(ComboBox<T> box, Messages messages, Function<T, String> name) {
        messages.language().subscribe(_ -> {
            box.setConverter(new LabelConverter<>(name));
            box.setCellFactory(_ -> new LabelCell<>(name));
            box.setButtonCell(new LabelCell<>(name));
        });
    }
}
