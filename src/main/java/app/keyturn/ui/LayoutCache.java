package app.keyturn.ui;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The last result of a layout computation, such as a height for a width, until it is invalidated. JavaFX asks for the
 * same one several times in a row.
 */
final class LayoutCache<T> {
    private double argument;
    private @Nullable T value;

    /** The value for an argument; computed unless the last one was for the same argument. */
    T get(double wanted, DoubleFunction<T> compute) {
        T known = value;
        if (known == null || argument != wanted) {
            known = compute.apply(wanted);
            argument = wanted;
            value = known;
        }
        return known;
    }

    void invalidate() {
        value = null;
    }
}
