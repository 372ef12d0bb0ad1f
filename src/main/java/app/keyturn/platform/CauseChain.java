package app.keyturn.platform;

import java.util.Objects;
import java.util.stream.Stream;

/** What is behind an exception. */
public final class CauseChain {
    /** Nobody wraps more often; a chain that leads back to itself has no end. */
    private static final int LONGEST_CHAIN = 12;

    private CauseChain() {}

    /** An exception, then its cause, then that one's, and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
    }
}
