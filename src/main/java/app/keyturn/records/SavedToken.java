package app.keyturn.records;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A token that was saved, as far as it may be remembered.
 *
 * @param fingerprint recognises the token
 * @param savedAt by this computer's clock
 * @param revoked true if the user said that it is revoked at Apple
 */
public record SavedToken(Fingerprint fingerprint, Instant savedAt, Expiry expiry, boolean revoked) {

    /** Whether a token can still be used. Names other than {@code USABLE} are part of message keys. */
    public enum Status {
        /** It should still work: saving it again is unusual, but not an error. */
        USABLE,
        /** It has expired, according to Apple or the token itself. */
        RUN_OUT,
        /** It was revoked at Apple. */
        REVOKED
    }

    /** The status on a day. A guessed expiry date proves nothing. */
    public Status statusOn(LocalDate day) {
        if (revoked) {
            return Status.REVOKED;
        }
        return expiry.source() != Expiry.Source.GUESS && expiry.date().isBefore(day)
                ? Status.RUN_OUT
                : Status.USABLE;
    }

    /** Whether that renewal saved it. The book has the times of saving in seconds. */
    boolean isOf(RenewalRecord record) {
        return record.fingerprint().isPresent() && (record.fingerprint().get().equals(fingerprint)
                || savedAt.equals(record.savedAt().truncatedTo(ChronoUnit.SECONDS)));
    }

    SavedToken withRevoked(boolean nowRevoked) {
        return new SavedToken(fingerprint, savedAt, expiry, nowRevoked);
    }
}
