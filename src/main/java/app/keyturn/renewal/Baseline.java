package app.keyturn.renewal;

import java.time.Instant;

/**
 * A test of the saved credentials before anything is saved: whether the present token still works. A later test proves
 * something only in comparison with this one.
 *
 * @param taken when, by this computer's clock
 */
public record Baseline(CredentialTest result, Instant taken) {
    /** True if Apple refused the token that was saved at that time. */
    public boolean rejected() {
        return result instanceof CredentialTest.Failed failed
                && failed.problem().code() == ProblemCode.TOKEN_REJECTED;
    }

    /**
     * Tests the saved credentials.
     *
     * @throws ProblemException if the test could not be made
     * @throws InterruptedException if interrupted
     */
    static Baseline take(Provisioning provisioning, ProvisioningApp app, SyncJob job, Timer timer)
            throws ProblemException, InterruptedException {
        return new Baseline(provisioning.testSaved(app.id(), job.id()), timer.now());
    }
}
