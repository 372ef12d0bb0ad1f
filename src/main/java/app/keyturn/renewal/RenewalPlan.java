package app.keyturn.renewal;

import java.util.Optional;

/**
 * What to renew.
 *
 * @param app the app, as read when it was found
 * @param job the job to test against and to watch
 * @param portal where the new token comes from
 * @param before the test of the saved credentials; empty if none could be made
 * @param consents what the user has agreed to
 * @param earlierChange what attempts before this one have changed
 */
public record RenewalPlan(ProvisioningApp app, SyncJob job, Portal portal, Optional<Baseline> before, Consents consents,
        ChangeState earlierChange) {
    /** True if Apple refused the token that was saved before this renewal. */
    public boolean oldTokenRefused() {
        return before.filter(Baseline::rejected).isPresent();
    }
}
