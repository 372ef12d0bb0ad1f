package app.keyturn.renewal;

/**
 * A piece of bad news a person can act on. Its words stand in the message bundle under its {@link #code()}: what
 * happened, what to do now, and who can help.
 */
public sealed interface Problem
        permits SignInProblem, ServiceProblem, AppProblem, TokenProblem, SaveProblem, SyncProblem {
    /** A stable, readable code, for example {@code TOKEN-REJECTED}. */
    String code();

    /** Whether anything was changed. */
    ChangeState changed();

    /**
     * The same problem, met when something had been changed already. Problems that say themselves what was changed
     * stay as they are.
     */
    default Problem with(ChangeState now) {
        return this;
    }

    /** The one thing to do now. */
    Action action();

    /** The technical part. */
    Diagnostics details();

    /**
     * The code of a constant: {@code SIGNIN_DECLINED} is shown as {@code SIGNIN-DECLINED}.
     *
     * @param reason a constant of one of the problems' reasons
     */
    static String codeOf(Enum<?> reason) {
        return reason.name().replace('_', '-');
    }
}
