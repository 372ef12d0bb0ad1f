package app.keyturn.renewal;

/**
 * This organisation has no app whose token could be renewed. Nothing was changed.
 *
 * @param reason why
 * @param details the technical part
 */
public record AppProblem(Reason reason, Diagnostics details) implements Problem {

    /** What can be missing. */
    public enum Reason {
        /** No app that sends accounts to Apple was found. */
        APP_NOT_FOUND(Action.SWITCH_ACCOUNT),
        /** The app was never set up to sync. */
        SYNC_NOT_SET_UP(Action.BY_HAND),
        /** The app does not sign in with a token, so there is nothing to renew. */
        SYNC_NOT_BY_TOKEN(Action.SWITCH_ACCOUNT);

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
        return ChangeState.NOTHING;
    }

    /** An app that was there before a save and is not found after it has gone meanwhile. */
    @Override
    public Problem with(ChangeState now) {
        return now == ChangeState.NOTHING ? this : new ServiceProblem(ServiceProblem.Reason.APP_GONE, now, details);
    }

    @Override
    public Action action() {
        return reason.action;
    }
}
