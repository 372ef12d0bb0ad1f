package app.keyturn.pages.save;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ScimToken;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt, frozen when it begins: nothing that happens meanwhile can change who renewed what.
 *
 * @param token recognises the token later
 */
record Attempt(SignedIn signedIn, RenewalPlan plan, Expiry expiry, Fingerprint token) {
    /** An attempt with what has been entered and found; empty while something of it is missing. */
    static Optional<Attempt> of(RenewalState renewalState, Optional<RenewalPlan> plan, ScimToken token) {
        SignedIn signedIn = renewalState.signedIn().get();
        Expiry expiry = renewalState.expiry().get();
        return signedIn == null || expiry == null
                ? Optional.empty()
                : plan.map(it -> new Attempt(signedIn, it, expiry, Fingerprint.of(token)));
    }

    /**
     * The renewal that this attempt has completed.
     *
     * @param savedAt by this computer's clock
     */
    CompletedRenewal completed(RenewalOutcome.Renewed renewed, Instant savedAt) {
        return CompletedRenewal.of(signedIn, plan, expiry, renewed, token, savedAt);
    }
}
