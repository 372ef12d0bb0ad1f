package app.keyturn.renewal;

/**
 * Microsoft tried the token at Apple, and it did not work.
 *
 * @param reason what came of it
 * @param changed {@code NOTHING} for a new token; {@code SAVED} when the saved one is meant
 * @param details the technical part
 */
public record TokenProblem(Reason reason, Changed changed, Details details) implements Problem {

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

    @Override
    public TokenProblem with(Changed now) {
        return new TokenProblem(reason, now, details);
    }

    @Override
    public String code() {
        return (changed == Changed.SAVED ? "SAVED-" : "") + Problem.codeOf(reason);
    }

    @Override
    public Action action() {
        return changed == Changed.SAVED ? Action.TRY_AGAIN : reason.action;
    }
}
