package app.keyturn.update;

import java.net.URI;
import java.util.Optional;

/**
 * How one session finds out whether there is a newer version of the program.
 *
 * @param query waits for the answer
 * @param page where users are led to; never taken from a response
 */
public record NewerVersion(Query query, URI page) {
    /** Asks for a newer version, off the JavaFX thread. */
    @FunctionalInterface
    public interface Query {
        /**
         * Waits for the answer.
         *
         * @return the newer version's number; empty if there is none, or it is not known
         * @throws InterruptedException if interrupted
         */
        Optional<String> await() throws InterruptedException;
    }
}
