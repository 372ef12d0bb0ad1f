package app.keyturn.renewal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Problem} up to the page that shows it. Its message is the code alone, so it cannot hold a secret.
 */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final boolean beforeSending;
    private final @Nullable Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, null, false, null);
    }

    /**
     * A problem with its cause, which tells whether it may pass.
     *
     * @param cause never shown
     */
    public ProblemException(Problem problem, Throwable cause) {
        this(problem, cause, false, null);
    }

    private ProblemException(Problem problem, @Nullable Throwable cause, boolean beforeSending,
            @Nullable Duration retryAfter) {
        super(problem.code().id(), cause);
        this.problem = problem;
        this.beforeSending = beforeSending;
        this.retryAfter = retryAfter;
    }

    /** A problem that occurred before anything of the request was sent, so that it cannot have had an effect. */
    public static ProblemException beforeSending(Problem problem) {
        return new ProblemException(problem, null, true, null);
    }

    /** Microsoft was too busy for the request, so that it had no effect, and asks to send it again after a while. */
    public static ProblemException retryAfter(Problem problem, Duration pause) {
        return new ProblemException(problem, null, false, pause);
    }

    /** True if nothing of the request was sent. */
    public boolean isBeforeSending() {
        return beforeSending;
    }

    /** How long Microsoft asks to wait before the request is sent again; empty if it does not ask for that. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
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
