package app.keyturn.ui;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value built when it is first needed, so that the first page does not wait for it. For one thread. */
public final class Lazy<T> {
    private final Supplier<T> builder;
    private @Nullable T built;

    public Lazy(Supplier<T> builder) {
        this.builder = builder;
    }

    /** The value; built by the first call. */
    public T get() {
        T value = built;
        if (value == null) {
            value = builder.get();
            built = value;
        }
        return value;
    }

    /** The value; empty if it is not built yet. */
    public Optional<T> ifBuilt() {
        return Optional.ofNullable(built);
    }
}
