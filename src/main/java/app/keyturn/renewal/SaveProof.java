package app.keyturn.renewal;

import java.time.Instant;
import java.util.Optional;

/** How it is known that the new token is saved. There are only these two ways. */
public sealed interface SaveProof {
    /** A time by Microsoft's clock, not before the save; in whole seconds. */
    Instant at();

    /** Microsoft's id of the request that proves it, for Microsoft's support. */
    Optional<String> requestId();

    /**
     * Microsoft answered the save with a 204.
     *
     * @param at the response's {@code Date} header
     * @param requestId of the save
     */
    record ByResponse(Instant at, Optional<String> requestId) implements SaveProof {}

    /**
     * The saved credentials failed their test before and pass it now.
     *
     * @param at the passing test's {@code Date} header
     * @param requestId of the passing test
     */
    record ByTest(Instant at, Optional<String> requestId) implements SaveProof {}
}
