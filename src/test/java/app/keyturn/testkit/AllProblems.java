package app.keyturn.testkit;

import app.keyturn.renewal.AppProblem;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SaveProblem;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.SignInProblem;
import app.keyturn.renewal.SyncProblem;
import app.keyturn.renewal.TokenProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One problem of each kind and reason. */
public final class AllProblems {
    private static final Diagnostics DETAILS = Diagnostics.at(Instant.EPOCH);

    private AllProblems() {}

    public static Stream<Problem> all() {
        return Stream.of(reasons(SignInProblem.Reason.class).map(AllProblems::of),
                reasons(ServiceProblem.Reason.class).map(AllProblems::of),
                reasons(AppProblem.Reason.class).map(AllProblems::of),
                reasons(TokenProblem.Reason.class).map(reason -> new TokenProblem(reason, DETAILS)),
                reasons(TokenProblem.Reason.class)
                        .map(reason -> new TokenProblem(reason, true, ChangeState.SAVED, DETAILS)),
                reasons(SaveProblem.Reason.class).map(reason -> new SaveProblem(reason, List.of(), DETAILS)),
                reasons(SyncProblem.Reason.class).map(reason -> new SyncProblem(reason, DETAILS)))
                .flatMap(problems -> problems);
    }

    public static Problem of(SignInProblem.Reason reason) {
        return new SignInProblem(reason, ChangeState.NOTHING, DETAILS);
    }

    public static Problem of(ServiceProblem.Reason reason) {
        return new ServiceProblem(reason, ChangeState.NOTHING, DETAILS);
    }

    public static Problem of(AppProblem.Reason reason) {
        return new AppProblem(reason, DETAILS);
    }

    private static <E extends Enum<E>> Stream<E> reasons(Class<E> type) {
        return Arrays.stream(type.getEnumConstants());
    }
}
