package app.keyturn.ui;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was answered last to a question of layout, such as how high something is at a width, until it is forgotten. JavaFX
 * asks the same several times in a row.
 */
final class LayoutCache<T> {
    private double question;
    private @Nullable T answer;

    /** The answer; finds it if another question was the last. */
    T to(double asked, DoubleFunction<T> find) {
        T known = answer;
        if (known == null || question != asked) {
            known = find.apply(asked);
            question = asked;
            answer = known;
        }
        return known;
    }

    /** Something has changed. */
    void forget() {
        answer = null;
    }
}
