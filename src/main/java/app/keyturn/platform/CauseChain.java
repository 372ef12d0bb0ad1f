package app.keyturn.platform;

import java.util.Objects;
import java.util.stream.Stream;

/** An exception and its causes. */
public final class CauseChain {
    /** Longer than any real chain; stops at a chain that leads back to itself. */
    private static final int MAX_LENGTH = 12;

    private CauseChain() {}

    /** The exception, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MAX_LENGTH);
    }
}
