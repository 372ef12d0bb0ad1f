package app.keyturn.ui;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is built when it is first needed, so that the first page need not wait for it. On one thread. */
public final class Lazy<T> {
    private final Supplier<T> builder;
    private @Nullable T built;

    /** Makes it, unbuilt. */
    public Lazy(Supplier<T> builder) {
        this.builder = builder;
    }

    /** What it is; builds it now if nobody has asked before. */
    public T get() {
        T there = built;
        if (there == null) {
            there = builder.get();
            built = there;
        }
        return there;
    }

    /** What it is; empty if nobody has asked for it yet. */
    public Optional<T> ifBuilt() {
        return Optional.ofNullable(built);
    }
}
