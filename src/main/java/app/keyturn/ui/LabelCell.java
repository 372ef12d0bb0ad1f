package app.keyturn.ui;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line that holds an item's name. */
final class LabelCell<T> extends ListCell<T> {
    private final Function<T, String> name;

    LabelCell(Function<T, String> name) {
        this.name = name;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : name.apply(item));
    }
}
