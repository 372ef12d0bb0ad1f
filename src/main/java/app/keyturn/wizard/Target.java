package app.keyturn.wizard;

import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import java.util.Optional;

/**
 * The app whose token is to be renewed.
 *
 * @param job the job to test against and to watch
 * @param baseline whether the present token works; empty if it could not be tested
 */
public record Target(ProvisioningApp app, SyncJob job, Optional<Baseline> baseline) {
    /** True if Apple refuses the present token. */
    public boolean tokenRefused() {
        return baseline.filter(Baseline::rejected).isPresent();
    }
}
