package app.keyturn.renewal;

/** How a renewal ended. */
public sealed interface RenewalOutcome {
    /**
     * Saved, and the saved token has passed its test.
     *
     * @param proof how the save is known
     * @param syncRestart the result for the sync
     */
    record Renewed(SaveProof proof, Tests tests, SyncRestartResult syncRestart) implements RenewalOutcome {
        public Renewed {
            proof = proof.orNotLaterThan(tests.after().date());
        }
    }

    /**
     * The two tests that a renewal has passed.
     *
     * @param before of the new token, before anything was saved
     * @param after of what was saved
     */
    record Tests(CredentialTest.Passed before, CredentialTest.Passed after) {}

    /**
     * Nothing was changed; the user has to decide something first.
     */
    record ConsentNeeded(ConsentQuestion question) implements RenewalOutcome {}

    /**
     * It failed.
     *
     * @param step the step that failed
     * @param problem why, and whether anything was changed
     */
    record Failed(Step step, Problem problem) implements RenewalOutcome {}
}
