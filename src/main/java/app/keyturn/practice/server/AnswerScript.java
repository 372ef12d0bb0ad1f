package app.keyturn.practice.server;

import app.keyturn.practice.server.ScriptedAnswer.ErrorFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Replaces answers of Microsoft's services, as a list of rules says. The first rule that fits decides. */
public final class AnswerScript {
    /** The rules of a practice world; usually none. */
    public static final Switch<List<Rule>> RULES = Switch.usually(List.of());

    /**
     * Which calls get another answer.
     *
     * @param operations concerned
     * @param when which of these calls
     * @param answer instead
     * @param only further condition; calls that do not fulfil it are not counted either
     */
    public record Rule(Set<Operation> operations, When when, ScriptedAnswer answer, Predicate<Request> only) {
        /** A rule for one operation, whatever the request says. */
        public Rule(Operation operation, When when, ScriptedAnswer answer) {
            this(Set.of(operation), when, answer, request -> true);
        }
    }

    /**
     * Which calls a rule concerns, counted from 1.
     *
     * @param first of these calls
     * @param last of these calls
     * @param within this time after the first of them
     * @param phase in which calls count
     */
    public record When(int first, int last, Duration within, Phase phase) {
        private static final Duration NO_END = Duration.ofDays(36_500);

        /** All calls. */
        public static When always() {
            return first(Integer.MAX_VALUE);
        }

        /** The first calls. */
        public static When first(int calls) {
            return new When(1, calls, NO_END, Phase.ALWAYS);
        }

        /** One call. */
        public static When call(int number) {
            return calls(number, number);
        }

        /** Some calls, from the first to the last number. */
        public static When calls(int first, int last) {
            return new When(first, last, NO_END, Phase.ALWAYS);
        }

        /** All calls from the first until this time has passed. */
        public static When during(Duration within) {
            return new When(1, Integer.MAX_VALUE, within, Phase.ALWAYS);
        }

        /** The same, counted from the first save on. */
        public When afterSave() {
            return new When(first, last, within, Phase.AFTER_SAVE);
        }

        /** The same, but only until the first save. */
        public When beforeSave() {
            return new When(first, last, within, Phase.BEFORE_SAVE);
        }
    }

    /** A part of a renewal. */
    public enum Phase {
        /** All of it. */
        ALWAYS,
        /** Until secrets were saved. */
        BEFORE_SAVE,
        /** After secrets were saved. */
        AFTER_SAVE;

        private boolean includes(boolean saved) {
            return switch (this) {
                case ALWAYS -> true;
                case BEFORE_SAVE -> !saved;
                case AFTER_SAVE -> saved;
            };
        }
    }

    /** A rule, and the calls that it has counted. */
    private static final class Counted {
        private final Rule rule;
        private int calls;
        private Instant began = Instant.MAX;

        private Counted(Rule rule) {
            this.rule = rule;
        }

        private boolean fits(Request request, Operation operation, boolean saved, Instant now) {
            When when = rule.when();
            if (!rule.operations().contains(operation) || !when.phase().includes(saved)
                    || !rule.only().test(request)) {
                return false;
            }
            calls++;
            if (calls == when.first()) {
                began = now;
            }
            return calls >= when.first() && calls <= when.last() && now.isBefore(began.plus(when.within()));
        }
    }

    private final List<Counted> rules;
    private final Clock clock;
    private boolean saved;

    /**
     * Creates a script that has not begun.
     *
     * @param switches with the {@link #RULES}
     * @param clock of times and dates
     */
    public AnswerScript(Switches switches, Clock clock) {
        this.rules = switches.get(RULES).stream().map(Counted::new).toList();
        this.clock = clock;
    }

    /**
     * The answer to a request.
     *
     * @param usual has the effect of the operation, and answers as usual
     * @param format of the service's errors
     */
    public Response answer(Request request, Supplier<Response> usual, ErrorFormat format) {
        Operation operation = Operation.of(request);
        Optional<ScriptedAnswer> scripted = scripted(request, operation);
        Optional<Response> done = scripted.filter(answer -> !answer.effective()).isPresent()
                ? Optional.empty()
                : Optional.of(usual.get());
        Response response = scripted.map(answer -> answer.writer().write(format, clock.instant()))
                .or(() -> done)
                .orElseThrow();
        saved |= operation == Operation.SAVE && (response.status() == 204 || done.isPresent());
        return response;
    }

    private Optional<ScriptedAnswer> scripted(Request request, Operation operation) {
        Instant now = clock.instant();
        List<Counted> fitting = new ArrayList<>(rules);
        fitting.removeIf(rule -> !rule.fits(request, operation, saved, now));
        return fitting.stream().findFirst().map(found -> found.rule.answer());
    }
}
