package app.keyturn.entra;

import app.keyturn.renewal.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks again what Microsoft is too busy to answer, after the pause that it asks for. For questions that only read: a
 * search through thousands of apps meets such answers. Source: Microsoft Learn, "Microsoft Graph throttling guidance".
 */
final class Patience implements Asking {
    private static final Set<Integer> BUSY = Set.of(429, 503, 504);
    /** Where Microsoft does not say how long; twice as long each time. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Asking asking;
    private final Waiting waiting;
    private final Duration most;

    /**
     * Makes it.
     *
     * @param asking asks once
     * @param waiting lets the pauses pass
     * @param most how long to pause in all before the answers are taken as they are
     */
    Patience(Asking asking, Waiting waiting, Duration most) {
        this.asking = asking;
        this.waiting = waiting;
        this.most = most;
    }

    @Override
    public List<GraphAnswer> ask(List<Question> questions) throws IOException, InterruptedException {
        List<GraphAnswer> answers = new ArrayList<>(once(questions));
        Duration left = most;
        Duration untold = FIRST_PAUSE;
        while (true) {
            List<Integer> busy = busy(answers);
            Duration pause = longer(SHORTEST, busy.stream()
                    .flatMap(at -> told(answers.get(at)).stream())
                    .reduce(Patience::longer)
                    .orElse(untold));
            if (busy.isEmpty() || pause.compareTo(left) > 0) {
                return answers;
            }
            waiting.pause(pause);
            left = left.minus(pause);
            untold = untold.multipliedBy(2);
            List<GraphAnswer> again = once(busy.stream().map(questions::get).toList());
            for (int at = 0; at < busy.size(); at++) {
                answers.set(busy.get(at), again.get(at));
            }
        }
    }

    /** True if Microsoft asks to come back later. */
    static boolean isBusy(Refusal refusal) {
        return BUSY.contains(refusal.status());
    }

    /** A batch that is refused as a whole is the same answer to each question in it. */
    private List<GraphAnswer> once(List<Question> questions) throws IOException, InterruptedException {
        try {
            return asking.ask(questions);
        } catch (RefusedException e) {
            if (isBusy(e.refusal())) {
                return questions.stream().<GraphAnswer>map(_ -> new GraphAnswer.Refused(e.refusal())).toList();
            }
            throw e;
        }
    }

    private static List<Integer> busy(List<GraphAnswer> answers) {
        List<Integer> busy = new ArrayList<>();
        for (int at = 0; at < answers.size(); at++) {
            if (answers.get(at) instanceof GraphAnswer.Refused(Refusal refusal) && isBusy(refusal)) {
                busy.add(at);
            }
        }
        return busy;
    }

    private static Optional<Duration> told(GraphAnswer answer) {
        return answer instanceof GraphAnswer.Refused(Refusal refusal) ? refusal.retryAfter() : Optional.empty();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
