package app.keyturn.testkit;

import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** One problem of each kind and reason. */
public final class AllProblems {
    private static final Diagnostics DETAILS = Diagnostics.at(Instant.EPOCH);

    private AllProblems() {}

    public static Stream<Problem> all() {
        return Arrays.stream(ProblemCode.values()).map(AllProblems::of);
    }

    public static Problem of(ProblemCode code) {
        return new Problem(code, DETAILS);
    }

    /** The codes of one group. */
    public static Stream<ProblemCode> codes(ProblemCode.Group group) {
        return Arrays.stream(ProblemCode.values()).filter(code -> code.group() == group);
    }
}
