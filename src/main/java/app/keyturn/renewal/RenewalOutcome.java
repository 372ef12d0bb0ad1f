package app.keyturn.renewal;

/** How a renewal ended. */
public sealed interface RenewalOutcome {
    /**
     * Saved, and the saved token has passed its test.
     *
     * @param proof how the save is known
     * @param resume what became of the sync
     */
    record Renewed(SaveProof proof, Resume resume) implements RenewalOutcome {}

    /**
     * Nothing was changed; a person has to decide first.
     *
     * @param question what
     */
    record Asks(Question question) implements RenewalOutcome {}

    /**
     * It stopped.
     *
     * @param step where
     * @param problem why, and whether anything was changed
     */
    record Failed(Step step, Problem problem) implements RenewalOutcome {}
}
