package app.keyturn.renewal;

import java.time.Instant;

/** How Microsoft answered the one request that writes secrets. */
public sealed interface SaveAnswer {
    /**
     * HTTP 204: saved.
     *
     * @param at Microsoft's clock, from the answer's {@code Date} header, in whole seconds
     */
    record Saved(Instant at) implements SaveAnswer {}

    /**
     * Microsoft refused (an HTTP 4xx): nothing was written.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements SaveAnswer {}

    /**
     * No answer that tells: cut off, timed out, a 5xx, or something that is not Microsoft's. It may have been written.
     *
     * @param details what is known
     */
    record NotKnown(Details details) implements SaveAnswer {}
}
