package app.keyturn.entra;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks several things that only read, and those again that Microsoft may answer later. */
final class PatientAsking implements Asking {
    private final Asking asking;
    private final Supplier<Patience> patience;

    /**
     * Makes it.
     *
     * @param asking asks once
     * @param patience says when to ask again, anew for each time something is asked
     */
    PatientAsking(Asking asking, Supplier<Patience> patience) {
        this.asking = asking;
        this.patience = patience;
    }

    @Override
    public List<GraphAnswer> ask(List<Question> questions) throws IOException, InterruptedException {
        Patience now = patience.get();
        List<GraphAnswer> answers = new ArrayList<>(once(questions, now));
        while (true) {
            List<Integer> later = new ArrayList<>();
            List<Refusal> refusals = new ArrayList<>();
            for (int at = 0; at < answers.size(); at++) {
                if (answers.get(at) instanceof GraphAnswer.Refused(Refusal refusal) && refusal.passes()) {
                    later.add(at);
                    refusals.add(refusal);
                }
            }
            if (later.isEmpty() || !now.isWorthAsking(refusals)) {
                return answers;
            }
            List<GraphAnswer> again = once(later.stream().map(questions::get).toList(), now);
            for (int at = 0; at < later.size(); at++) {
                answers.set(later.get(at), again.get(at));
            }
        }
    }

    /** A batch that is refused as a whole is the same answer to each question in it. */
    private List<GraphAnswer> once(List<Question> questions, Patience now) throws IOException, InterruptedException {
        while (true) {
            try {
                return asking.ask(questions);
            } catch (RefusedException e) {
                if (e.refusal().passes()) {
                    return questions.stream().<GraphAnswer>map(_ -> new GraphAnswer.Refused(e.refusal())).toList();
                }
                throw e;
            } catch (IOException e) {
                if (!now.isWorthAsking(e)) {
                    throw e;
                }
            }
        }
    }
}
