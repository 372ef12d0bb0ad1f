package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Microsoft's response to the one request that writes secrets. */
public sealed interface SaveResponse {
    /**
     * HTTP 204: saved.
     *
     * @param date Microsoft's clock, from the response's {@code Date} header, in whole seconds; empty if it has none
     * @param requestId Microsoft's id of the request, for Microsoft's support
     */
    record Saved(Optional<Instant> date, Optional<String> requestId) implements SaveResponse {}

    /**
     * Microsoft refused (an HTTP 4xx): nothing was written.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements SaveResponse {}

    /**
     * Microsoft is busy, and asks to try again later (HTTP 429 or 509): nothing was written.
     *
     * @param problem for when it is not tried again
     * @param pause how long Microsoft asks to wait; empty if it does not say
     */
    record Busy(Problem problem, Optional<Duration> pause) implements SaveResponse {}

    /**
     * The request was not sent: there was no connection, or no access token for it.
     *
     * @param problem why
     */
    record NotSent(Problem problem) implements SaveResponse {}

    /**
     * No usable response: cut off, timed out, a 5xx, or not from Microsoft. It may have been written.
     *
     * @param problem what the response, or the lack of one, looks like
     * @param pause how long Microsoft asks to wait before anything is sent again; empty if it does not say
     */
    record NotKnown(Problem problem, Optional<Duration> pause) implements SaveResponse {
        /** The technical part of the problem. */
        public Diagnostics details() {
            return problem.details();
        }
    }
}
