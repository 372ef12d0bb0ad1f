package app.keyturn.renewal;

import java.time.Instant;
import java.util.Optional;

/** How it is known that the new token is saved. There are only these two ways. */
public sealed interface SaveProof {
    /** When it was saved, as far as Microsoft tells. */
    SaveTime time();

    /** Microsoft's id of the request that proves it, for Microsoft's support. */
    Optional<String> requestId();

    /**
     * Microsoft answered the save with a 204.
     *
     * @param time by the response's {@code Date} header
     * @param requestId of the save
     */
    record ByResponse(SaveTime time, Optional<String> requestId) implements SaveProof {
        /** Microsoft's answer was dated. */
        public ByResponse(Instant date, Optional<String> requestId) {
            this(new SaveTime.Dated(date), requestId);
        }
    }

    /**
     * The saved credentials failed their test before and pass it now.
     *
     * @param time by the passing test's {@code Date} header
     * @param requestId of the passing test
     */
    record ByTest(SaveTime time, Optional<String> requestId) implements SaveProof {
        /** Microsoft's answer was dated. */
        public ByTest(Instant date, Optional<String> requestId) {
            this(new SaveTime.Dated(date), requestId);
        }
    }

    /**
     * The same proof, dated by a later response of Microsoft's if it had no date of its own.
     *
     * @param later the {@code Date} of a response that came after the save, if it has one
     */
    default SaveProof orNotLaterThan(Optional<Instant> later) {
        return switch (this) {
            case ByResponse proof -> new ByResponse(proof.time().orNotLaterThan(later), proof.requestId());
            case ByTest proof -> new ByTest(proof.time().orNotLaterThan(later), proof.requestId());
        };
    }
}
