package app.keyturn.records;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A token that was saved, as far as it may be remembered.
 *
 * @param fingerprint by which it is known again
 * @param savedAt when it was saved, by this computer's clock
 * @param expiry when it runs out, and how that is known
 * @param revoked true if the person says that it is revoked at Apple
 */
public record SavedToken(Fingerprint fingerprint, Instant savedAt, Expiry expiry, boolean revoked) {

    /** What is known of a token that is met again. */
    public enum Status {
        /** It may well work: saving it once more is odd, but no fault. */
        USABLE,
        /** It has run out, as Apple or the token itself said. */
        RUN_OUT,
        /** It was revoked at Apple. */
        REVOKED
    }

    /** How it stands on a day. A guessed date proves nothing. */
    public Status statusOn(LocalDate today) {
        if (revoked) {
            return Status.REVOKED;
        }
        return expiry.source() != Expiry.Source.GUESS && expiry.date().isBefore(today)
                ? Status.RUN_OUT
                : Status.USABLE;
    }

    /** The same token, revoked. */
    SavedToken asRevoked() {
        return new SavedToken(fingerprint, savedAt, expiry, true);
    }
}
