package app.keyturn.practice.scenario;

import app.keyturn.practice.server.AnswerScript.Rule;
import app.keyturn.practice.server.AnswerScript.When;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.ScriptedAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of scenarios in which Microsoft's services are unwell. Waits are short: a user practises with them. */
final class UnkindRules {
    /** Every kind of request is unavailable once, a save twice. */
    static final List<Rule> UNAVAILABLE_AT_FIRST = Stream.concat(
            eachOnce(ScriptedAnswer.unavailable(), Operation.LIST_JOBS, Operation.READ_JOB, Operation.READ_SECRETS,
                    Operation.TEST, Operation.TEST_SAVED),
            Stream.of(new Rule(Operation.SAVE, When.first(2),
                    ScriptedAnswer.unavailable().retryAfter(Duration.ofSeconds(3)))))
            .toList();
    /** Every kind of read and test is refused once. */
    static final List<Rule> REFUSED_AT_FIRST = Stream.concat(
            eachOnce(ScriptedAnswer.unexplained401(), Operation.LIST_JOBS, Operation.READ_JOB, Operation.TEST_SAVED),
            eachOnce(ScriptedAnswer.forbidden(), Operation.READ_SECRETS, Operation.TEST)).toList();
    /** Only small batches are answered. */
    static final List<Rule> LARGE_BATCHES = List.of(new Rule(Set.of(Operation.BATCH), When.always(),
            ScriptedAnswer.error(504, "UnknownError", "Gateway timeout."), UnkindRules::isLarge));
    /** The stored token cannot be tested. */
    static final List<Rule> BASELINE = List.of(new Rule(Operation.TEST_SAVED, When.always().beforeSave(),
            ScriptedAnswer.error(500, "InternalError", "An internal error has occurred.")));
    /** The saved token cannot be tested for some seconds. */
    static final List<Rule> CHECK = List.of(new Rule(Operation.TEST_SAVED,
            When.during(Duration.ofSeconds(15)).afterSave(), ScriptedAnswer.unavailable()));
    /** A search through all applications is refused after the first of them. */
    static final List<Rule> SEARCH = List.of(new Rule(Operation.READ_SECRETS, When.calls(7, 30),
            ScriptedAnswer.unexplained401()));

    private UnkindRules() {}

    private static Stream<Rule> eachOnce(ScriptedAnswer answer, Operation... operations) {
        return Stream.of(operations).map(operation -> new Rule(operation, When.first(1), answer));
    }

    private static boolean isLarge(Request batch) {
        return batch.body().split("\"url\"", -1).length - 1 > 3;
    }
}
