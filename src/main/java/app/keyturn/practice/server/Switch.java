package app.keyturn.practice.server;

/**
 * One way in which a practice world can behave differently. Switches are compared by identity, and declared as
 * constants beside the code that reads them.
 *
 * @param <T> type of its value
 */
public final class Switch<T> {
    private final T usual;

    private Switch(T usual) {
        this.usual = usual;
    }

    /** A switch with the value that it has unless it is set. */
    public static <T> Switch<T> usually(T value) {
        return new Switch<>(value);
    }

    T usual() {
        return usual;
    }
}
