package app.keyturn.practice.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which switches are set, and to what; all others have their usual values. Immutable. */
public final class Switches {
    /** All switches as usual. */
    public static final Switches NONE = new Switches(Map.of());

    private final Map<Switch<?>, Object> values;

    private Switches(Map<Switch<?>, Object> values) {
        this.values = values;
    }

    /** The value of a switch. */
    @SuppressWarnings("unchecked") // Only the method below adds values, and each has the type of its switch.
    public <T> T get(Switch<T> key) {
        return (T) Optional.ofNullable(values.get(key)).orElse(key.usual());
    }

    /** A copy with one switch set. */
    public <T> Switches with(Switch<T> key, T value) {
        return with(new Switches(Map.of(key, value)));
    }

    /** A copy in which the others' values replace these. */
    public Switches with(Switches others) {
        Map<Switch<?>, Object> all = new HashMap<>(values);
        all.putAll(others.values);
        return new Switches(all);
    }
}
