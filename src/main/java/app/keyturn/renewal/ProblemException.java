package app.keyturn.renewal;

/** Carries a {@link Problem} up to whoever shows it. Its message is the code alone, so no secret can ride along. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
