package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks several things that only read, and those again that Microsoft may answer later. */
final class RetryingReader implements GraphReader {
    private final GraphReader reader;
    private final Supplier<RetryPolicy> patience;

    /**
     * Makes it.
     *
     * @param reader asks once
     * @param patience says when to ask again, anew for each time something is asked
     */
    RetryingReader(GraphReader reader, Supplier<RetryPolicy> patience) {
        this.reader = reader;
        this.patience = patience;
    }

    @Override
    public List<GraphResponse> ask(List<GraphQuery> questions) throws IOException, InterruptedException {
        RetryPolicy now = patience.get();
        List<GraphResponse> answers = new ArrayList<>(once(questions, now));
        while (true) {
            List<Integer> later = new ArrayList<>();
            List<ErrorResponse> refusals = new ArrayList<>();
            for (int at = 0; at < answers.size(); at++) {
                if (answers.get(at) instanceof GraphResponse.Refused(ErrorResponse refusal) && refusal.passes()) {
                    later.add(at);
                    refusals.add(refusal);
                }
            }
            if (later.isEmpty() || !now.waitBeforeRetry(refusals)) {
                return answers;
            }
            List<GraphResponse> again = once(later.stream().map(questions::get).toList(), now);
            for (int at = 0; at < later.size(); at++) {
                answers.set(later.get(at), again.get(at));
            }
        }
    }

    /** A batch that is refused as a whole is the same answer to each question in it. */
    private List<GraphResponse> once(List<GraphQuery> questions, RetryPolicy now)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return reader.ask(questions);
            } catch (ErrorResponseException e) {
                if (e.refusal().passes()) {
                    return questions.stream().<GraphResponse>map(_ -> new GraphResponse.Refused(e.refusal())).toList();
                }
                throw e;
            } catch (IOException e) {
                if (!now.waitBeforeRetry(e)) {
                    throw e;
                }
            }
        }
    }
}
