package app.keyturn.renewal;

/**
 * Microsoft tried the token at Apple, and it did not work.
 *
 * @param reason what came of it
 * @param saved true if the token that Microsoft has saved was tried, false for a new one
 * @param changed what had been changed when it was tried
 * @param details the technical part
 */
public record TokenProblem(Reason reason, boolean saved, ChangeState changed, Diagnostics details) implements Problem {

    /** What can come of a test. */
    public enum Reason {
        /** Apple refused the token. */
        TOKEN_REJECTED(Action.BACK_TO_TOKEN),
        /** Microsoft could not reach Apple's address, so the token was not checked. */
        TOKEN_NOT_CHECKED(Action.TRY_AGAIN),
        /** Microsoft refused the test for a reason not known here. */
        TOKEN_TEST_FAILED(Action.TRY_AGAIN);

        private final Action action;

        Reason(Action action) {
            this.action = action;
        }
    }

    /** About a new token, before anything was changed. */
    public TokenProblem(Reason reason, Diagnostics details) {
        this(reason, false, ChangeState.NOTHING, details);
    }

    /** The same result, about the token that has been saved. */
    TokenProblem ofTheSavedToken() {
        return new TokenProblem(reason, true, ChangeState.SAVED, details);
    }

    @Override
    public TokenProblem with(ChangeState now) {
        return new TokenProblem(reason, saved, now, details);
    }

    @Override
    public String code() {
        return (saved ? "SAVED-" : "") + Problem.codeOf(reason);
    }

    @Override
    public Action action() {
        return saved ? Action.TRY_AGAIN : reason.action;
    }
}
