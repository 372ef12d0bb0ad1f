package app.keyturn.renewal;

import java.time.Instant;

/**
 * What a test of the saved credentials said before anything was saved: whether the present token still works. Only
 * against this can a later test prove anything.
 *
 * @param result what the test said
 * @param taken when, by this computer's clock
 */
public record Baseline(CredentialTest result, Instant taken) {
    /** True if Apple refused the token that was saved then. */
    public boolean rejected() {
        return result instanceof CredentialTest.Failed failed
                && failed.problem().code() == ProblemCode.TOKEN_REJECTED;
    }

    /**
     * Tries the saved credentials.
     *
     * @throws ProblemException if the test could not be made
     * @throws InterruptedException if interrupted
     */
    static Baseline take(Provisioning provisioning, ProvisioningApp app, SyncJob job, Timer timer)
            throws ProblemException, InterruptedException {
        return new Baseline(provisioning.testSaved(app.id(), job.id()), timer.now());
    }
}
