package app.keyturn.wizard;

import java.util.function.Function;
import javafx.scene.control.ComboBox;

/** A choice whose items are called by names that change with the language. */
public final class NamedChoice {
    private NamedChoice() {}

    /**
     * Names the items, now and whenever the language changes. JavaFX does not show its cells anew with another
     * converter; so there are new cells.
     *
     * @param name what an item is called in the language in force
     */
    public static <T> void follow(ComboBox<T> box, Messages messages, Function<T, String> name) {
        messages.language().subscribe(_ -> {
            box.setConverter(new ChosenByName<>(name));
            box.setCellFactory(_ -> new NamedCell<>(name));
            box.setButtonCell(new NamedCell<>(name));
        });
    }
}
