package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;

/**
 * A pause before a request is repeated.
 *
 * @param reason why it is repeated
 * @param pause how long this pause is
 * @param next when the request is sent again, by this computer's clock
 * @param end until when it is repeated at the latest, by this computer's clock
 */
public record RetryWait(Reason reason, Duration pause, Instant next, Instant end) {
    /** What is wrong, as far as the user can tell the difference. */
    public enum Reason {
        /** Microsoft asks to wait. */
        BUSY,
        /** Microsoft answers, but cannot do its work. */
        SERVICE_UNWELL,
        /** There is no answer, or none that is Microsoft's. */
        UNREACHABLE
    }
}
