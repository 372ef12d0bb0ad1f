package app.keyturn.renewal;

/** How a renewal ended. */
public sealed interface RenewalOutcome {
    /**
     * Saved, and the saved token has passed its test.
     *
     * @param proof how the save is known
     * @param syncRestart the result for the sync
     * @param oldTokenMayBeInUse true if nothing of Microsoft's can show which of the two tokens it uses: the old one
     *     still works, and the app lacks settings without which a save is said to be dropped silently. Then only Apple
     *     can show that the new one is in use.
     */
    record Renewed(SaveProof proof, Tests tests, SyncRestartResult syncRestart,
            boolean oldTokenMayBeInUse) implements RenewalOutcome {
        public Renewed {
            proof = proof.orNotLaterThan(tests.after().date());
        }

        /** The same renewal with a later result for the sync. */
        public Renewed with(SyncRestartResult later) {
            return new Renewed(proof, tests, later, oldTokenMayBeInUse);
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

    /**
     * The token is proven to be saved, but what was saved could not be checked, or not with success. Nothing has to be
     * saved again to find out more: see {@link Renewal#checkAgain}.
     *
     * @param problem why; it says that the token is saved
     */
    record NotChecked(SavedToken saved, Problem problem) implements RenewalOutcome {}
}
