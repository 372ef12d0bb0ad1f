package app.keyturn.ui;

import app.keyturn.i18n.Messages;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Labels the items of a combo box in the current language. */
public final class LocalizedComboBox {
    private LocalizedComboBox() {}

    /**
     * Labels the items, now and whenever the language changes. JavaFX does not redraw cells for another converter, so
     * they are replaced.
     *
     * @param label an item's label in the current language
     */
    public static <T> void label(ComboBox<T> box, Messages messages, Function<T, String> label) {
        messages.language().subscribe(_ -> {
            box.setConverter(new LabelConverter<>(label));
            box.setCellFactory(_ -> new LabelCell<>(label));
            box.setButtonCell(new LabelCell<>(label));
        });
    }

    private static final class LabelConverter<T> extends StringConverter<T> {
        private final Function<T, String> label;

        LabelConverter(Function<T, String> label) {
            this.label = label;
        }

        @Override
        public String toString(@Nullable T item) {
            return item == null ? "" : label.apply(item);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("Items are chosen, not typed");
        }
    }

    private static final class LabelCell<T> extends ListCell<T> {
        private final Function<T, String> label;

        LabelCell(Function<T, String> label) {
            this.label = label;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : label.apply(item));
        }
    }
}
