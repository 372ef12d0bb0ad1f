package app.keyturn.sequences;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.server.AnswerScript.Rule;
import app.keyturn.practice.server.AnswerScript.When;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.ScriptedAnswer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers to the next calls of practice services that are open already. */
final class NextAnswers {
    private static final Set<Operation> ALL = Set.copyOf(EnumSet.complementOf(EnumSet.of(Operation.BATCH)));

    private final Map<Operation, Queue<ScriptedAnswer>> answers = new EnumMap<>(Operation.class);
    /** To the request that is being answered; null if it is answered as usual. */
    private @Nullable ScriptedAnswer current;

    NextAnswers() {
        ALL.forEach(operation -> answers.put(operation, new ConcurrentLinkedQueue<>()));
    }

    /** The services that give these answers. */
    PracticeSettings in(PracticeSettings settings) {
        return settings.with(rule(false, this::takeNext)).with(rule(true, _ -> true));
    }

    /** Answers one more of the next calls of an operation. */
    void add(Operation operation, ScriptedAnswer answer) {
        queue(operation).add(answer);
    }

    /** The first rule takes the answer off the queue, for both. */
    private Rule rule(boolean effective, Predicate<Request> first) {
        return new Rule(ALL, When.always(),
                new ScriptedAnswer(
                        (format, now) -> Objects.requireNonNull(current).writer().write(format, now), effective),
                request -> first.test(request) && current != null && current.effective() == effective);
    }

    private boolean takeNext(Request request) {
        current = queue(Operation.of(request)).poll();
        return true;
    }

    private Queue<ScriptedAnswer> queue(Operation operation) {
        return Objects.requireNonNull(answers.get(operation));
    }
}
