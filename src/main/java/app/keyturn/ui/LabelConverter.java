package app.keyturn.ui;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Names the items of a choice that is not typed into.
 *
 * @param <T> what is chosen
 */
public final class LabelConverter<T> extends StringConverter<T> {
    private final Function<T, String> name;

    /**
     * Makes it.
     *
     * @param name what an item is called
     */
    public LabelConverter(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? "" : name.apply(item);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("It is chosen, not typed");
    }
}
