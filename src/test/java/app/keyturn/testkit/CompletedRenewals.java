package app.keyturn.testkit;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Sample renewals that have just been completed at the epoch. */
public final class CompletedRenewals {
    public static final SignedIn MAPLE = new SignedIn(new Account("it@maple.example", "1111"), "Maple School");
    public static final Expiry NEXT_YEAR = Expiry.confirmed(LocalDate.of(2027, 11, 22));

    private CompletedRenewals() {}

    /** A renewal of Maple School for Apple School Manager. */
    public static CompletedRenewal of(ProvisioningApp app, SyncJob job, SyncRestartResult result) {
        return of(app, job, result, Consents.NOTHING);
    }

    /** One with these consents. */
    public static CompletedRenewal of(ProvisioningApp app, SyncJob job, SyncRestartResult result, Consents consents) {
        return CompletedRenewal.of(MAPLE,
                new RenewalPlan(app, job, Portal.SCHOOL, Optional.empty(), consents, ChangeState.NOTHING), NEXT_YEAR,
                Outcomes.renewed(result), Outcomes.FINGERPRINT, Instant.EPOCH);
    }

    /** Another renewal of the same app at another time. */
    public static CompletedRenewal again(CompletedRenewal renewal, Fingerprint token, Instant at) {
        return CompletedRenewal.of(renewal.signedIn(), renewal.plan(), renewal.expiry(), renewal.outcome(), token, at);
    }
}
