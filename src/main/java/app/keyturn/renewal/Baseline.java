package app.keyturn.renewal;

import java.time.Instant;

/**
 * A test of the saved credentials before anything is saved: whether the present token still works. A later test proves
 * something only in comparison with this one. It is evidence, not a condition: a renewal goes on without it.
 */
public sealed interface Baseline {
    /** When it was taken, by this computer's clock. */
    Instant taken();

    /** True if Apple refused the token that was saved at that time. */
    boolean rejected();

    /**
     * Microsoft tested them.
     *
     * @param result what Microsoft said
     */
    record Tested(CredentialTest result, Instant taken) implements Baseline {
        @Override
        public boolean rejected() {
            return result instanceof CredentialTest.Failed failed
                    && failed.problem().code() == ProblemCode.TOKEN_REJECTED;
        }
    }

    /**
     * The test could not be made, so nothing is known of the present token.
     *
     * @param problem why
     */
    record Unavailable(Problem problem, Instant taken) implements Baseline {
        @Override
        public boolean rejected() {
            return false;
        }
    }

    /**
     * Tests the saved credentials.
     *
     * @throws ProblemException if the sign-in has ended, so that nothing else would work either
     * @throws InterruptedException if interrupted
     */
    static Baseline take(Provisioning provisioning, ProvisioningApp app, SyncJob job, Timer timer)
            throws ProblemException, InterruptedException {
        try {
            return new Tested(provisioning.testSaved(app.id(), job.id()), timer.now());
        } catch (ProblemException e) {
            if (e.problem().code().group() == ProblemCode.Group.SIGN_IN) {
                throw e;
            }
            return new Unavailable(e.problem(), timer.now());
        }
    }
}
