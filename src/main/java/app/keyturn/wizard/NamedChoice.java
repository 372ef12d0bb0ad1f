package app.keyturn.wizard;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A choice whose items are called by names that change with the language. */
public final class NamedChoice {
    private NamedChoice() {}

    /**
     * Names the items, now and whenever the language changes. JavaFX does not show its cells anew with another
     * converter; so there are new cells.
     *
     * @param name what an item is called in the language in force
     * @param cell makes a line of the list
     */
    public static <T> void follow(ComboBox<T> box, Messages messages, Function<T, String> name,
            Function<ComboBox<T>, ListCell<T>> cell) {
        messages.language().subscribe(_ -> {
            box.setConverter(new ChosenByName<>(name));
            box.setCellFactory(_ -> cell.apply(box));
            box.setButtonCell(new NamedCell<>(name));
        });
    }

    /** The same, with lines that hold the name alone. */
    public static <T> void follow(ComboBox<T> box, Messages messages, Function<T, String> name) {
        follow(box, messages, name, _ -> new NamedCell<>(name));
    }
}
