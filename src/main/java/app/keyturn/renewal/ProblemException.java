package app.keyturn.renewal;

/**
 * Carries a {@link Problem} up to the page that shows it. Its message is the code alone, so it cannot hold a secret.
 */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().id());
        this.problem = problem;
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
