package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How Microsoft answered the one request that writes secrets. */
public sealed interface SaveResponse {
    /**
     * HTTP 204: saved.
     *
     * @param at Microsoft's clock, from the answer's {@code Date} header, in whole seconds
     * @param requestId Microsoft's id of the request, for its support
     */
    record Saved(Instant at, Optional<String> requestId) implements SaveResponse {}

    /**
     * Microsoft refused (an HTTP 4xx): nothing was written.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements SaveResponse {}

    /**
     * Microsoft is busy, and wants to be asked again later (HTTP 429): nothing was written.
     *
     * @param problem the same as a problem, for when it is not asked again
     * @param pause how long Microsoft wants to be left alone; empty if it does not say
     */
    record Busy(Problem problem, Optional<Duration> pause) implements SaveResponse {}

    /**
     * The request did not even leave: there was no connection to send it on.
     *
     * @param problem why
     */
    record NotSent(Problem problem) implements SaveResponse {}

    /**
     * No answer that tells: cut off, timed out, a 5xx, or something that is not Microsoft's. It may have been written.
     *
     * @param details what is known
     */
    record NotKnown(Diagnostics details) implements SaveResponse {}
}
