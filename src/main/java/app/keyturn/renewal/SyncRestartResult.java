package app.keyturn.renewal;

/** What became of the sync once the new token was saved and good. */
public sealed interface SyncRestartResult {
    /** It runs by itself. */
    record NotNeeded() implements SyncRestartResult {}

    /** The bad token had stopped it; it was started, once. */
    record Started() implements SyncRestartResult {}

    /**
     * It is paused or switched off. Starting carries out what has piled up, removals too, so a person is asked.
     *
     * @param job as last read
     */
    record AskFirst(SyncJob job) implements SyncRestartResult {}

    /**
     * It stands still and Keyturn leaves it so.
     *
     * @param problem why; it says that the token is saved
     */
    record LeftAlone(Problem problem) implements SyncRestartResult {
        public LeftAlone {
            problem = problem.after(ChangeState.SAVED);
        }
    }
}
