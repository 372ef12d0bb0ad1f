package app.keyturn.renewal;

import java.time.Instant;

/** How it is known that the new token is saved. There is no third way. */
public sealed interface SaveProof {
    /** A moment, by Microsoft's clock, not before the save; in whole seconds. */
    Instant at();

    /**
     * Microsoft answered the save with a 204.
     *
     * @param at the answer's {@code Date} header
     */
    record Answered(Instant at) implements SaveProof {}

    /**
     * The saved credentials failed their test before and pass it now.
     *
     * @param at the passing answer's {@code Date} header
     */
    record SeenToChange(Instant at) implements SaveProof {}
}
