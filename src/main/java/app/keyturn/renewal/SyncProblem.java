package app.keyturn.renewal;

/**
 * The new token is saved and good, but sync does not go on by itself. Keyturn does not start it.
 *
 * @param reason why sync stands still
 * @param details the technical part
 */
public record SyncProblem(Reason reason, Diagnostics details) implements Problem {

    /** Why a sync can stand still although its token is good. */
    public enum Reason {
        /** Microsoft stopped because it would have removed many accounts. */
        SYNC_TOO_MANY_DELETES(Action.BY_HAND),
        /** In quarantine, not because of the token. */
        SYNC_QUARANTINED_OTHERWISE(Action.BY_HAND),
        /** Provisioning was never switched on. */
        SYNC_NEVER_RAN(Action.BY_HAND),
        /** A state this version does not know. */
        SYNC_STATE_UNKNOWN(Action.BY_HAND),
        /** The request to start had no answer and sync still stands. It is not sent twice. */
        SYNC_START_UNKNOWN(Action.READ_AGAIN);

        private final Action action;

        Reason(Action action) {
            this.action = action;
        }
    }

    @Override
    public String code() {
        return Problem.codeOf(reason);
    }

    @Override
    public ChangeState changed() {
        return ChangeState.SAVED;
    }

    @Override
    public Action action() {
        return reason.action;
    }
}
