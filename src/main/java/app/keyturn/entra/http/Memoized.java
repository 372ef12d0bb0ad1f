package app.keyturn.entra.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made when it is first asked for, and once, from whichever threads it is asked for. */
final class Memoized<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Memoized(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
