package app.keyturn.renewal;

/** The state of the sync after the new token was saved and tested. */
public sealed interface SyncRestartResult {
    /** It runs by itself. */
    record NotNeeded() implements SyncRestartResult {}

    /** The old token had stopped it; it was started, once. */
    record Started() implements SyncRestartResult {}

    /**
     * It is paused or switched off. Starting it applies all changes since, removals too, so the user is asked.
     *
     * @param job as last read
     */
    record ConsentNeeded(SyncJob job) implements SyncRestartResult {}

    /**
     * It is stopped, and Keyturn leaves it alone.
     *
     * @param problem why; it says that the token is saved
     */
    record LeftAlone(Problem problem) implements SyncRestartResult {
        public LeftAlone {
            problem = problem.after(ChangeState.SAVED);
        }
    }
}
