package app.keyturn.renewal;

import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Problem} up to the page that shows it. Its message is the code alone, so it cannot hold a secret.
 */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final boolean beforeSending;

    public ProblemException(Problem problem) {
        this(problem, null, false);
    }

    /**
     * A problem with its cause, which tells whether it may pass.
     *
     * @param cause never shown
     */
    public ProblemException(Problem problem, Throwable cause) {
        this(problem, cause, false);
    }

    private ProblemException(Problem problem, @Nullable Throwable cause, boolean beforeSending) {
        super(problem.code().id(), cause);
        this.problem = problem;
        this.beforeSending = beforeSending;
    }

    /** A problem that occurred before anything of the request was sent, so that it cannot have had an effect. */
    public static ProblemException beforeSending(Problem problem) {
        return new ProblemException(problem, null, true);
    }

    /** True if nothing of the request was sent. */
    public boolean isBeforeSending() {
        return beforeSending;
    }

    /** The same problem after an earlier change. */
    ProblemException after(ChangeState earlier) {
        return new ProblemException(problem.after(earlier));
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
