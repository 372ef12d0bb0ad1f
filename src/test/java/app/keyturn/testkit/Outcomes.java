package app.keyturn.testkit;

import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncRestartResult;
import java.time.Instant;
import java.util.Optional;

/** Parts of a renewal's outcome that are irrelevant to a test. */
public final class Outcomes {
    /** Both passed, at the epoch. */
    public static final RenewalOutcome.Tests TESTS = new RenewalOutcome.Tests(
            new CredentialTest.Passed(Instant.EPOCH, Optional.empty()),
            new CredentialTest.Passed(Instant.EPOCH, Optional.empty()));

    /** The fingerprint of an unknown token. */
    public static final Fingerprint FINGERPRINT = new Fingerprint("00".repeat(16), "00".repeat(32));

    private Outcomes() {}

    /** A save that Microsoft answered at the epoch. */
    public static RenewalOutcome.Renewed renewed(SyncRestartResult result) {
        return new RenewalOutcome.Renewed(new SaveProof.ByResponse(Instant.EPOCH, Optional.empty()), TESTS, result,
                false);
    }
}
