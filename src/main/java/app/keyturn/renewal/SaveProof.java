package app.keyturn.renewal;

import java.time.Instant;
import java.util.Optional;

/** How it is known that the new token is saved. There is no third way. */
public sealed interface SaveProof {
    /** A moment, by Microsoft's clock, not before the save; in whole seconds. */
    Instant at();

    /** Microsoft's id of the request whose answer is the proof, for its support. */
    Optional<String> requestId();

    /**
     * Microsoft answered the save with a 204.
     *
     * @param at the answer's {@code Date} header
     * @param requestId of the save
     */
    record Answered(Instant at, Optional<String> requestId) implements SaveProof {}

    /**
     * The saved credentials failed their test before and pass it now.
     *
     * @param at the passing answer's {@code Date} header
     * @param requestId of the passing test
     */
    record SeenToChange(Instant at, Optional<String> requestId) implements SaveProof {}
}
