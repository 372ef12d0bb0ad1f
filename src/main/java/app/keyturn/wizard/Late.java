package app.keyturn.wizard;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is built when it is first needed, so that the first page need not wait for it. On one thread. */
final class Late<T> {
    private final Supplier<T> builder;
    private @Nullable T built;

    /** Makes it, unbuilt. */
    Late(Supplier<T> builder) {
        this.builder = builder;
    }

    /** What it is; builds it now if nobody has asked before. */
    T get() {
        T there = built;
        if (there == null) {
            there = builder.get();
            built = there;
        }
        return there;
    }

    /** Does this if it is built. */
    void ifBuilt(Consumer<T> act) {
        T there = built;
        if (there != null) {
            act.accept(there);
        }
    }
}
