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
    private final Supplier<RetryPolicy> retryPolicy;

    /**
     * Makes it.
     *
     * @param reader asks once
     * @param retryPolicy says when to ask again, anew for each time something is asked
     */
    RetryingReader(GraphReader reader, Supplier<RetryPolicy> retryPolicy) {
        this.reader = reader;
        this.retryPolicy = retryPolicy;
    }

    @Override
    public List<GraphResponse> ask(List<GraphQuery> queries) throws IOException, InterruptedException {
        RetryPolicy now = retryPolicy.get();
        List<GraphResponse> answers = new ArrayList<>(once(queries, now));
        while (true) {
            List<Integer> later = new ArrayList<>();
            List<ErrorResponse> errors = new ArrayList<>();
            for (int at = 0; at < answers.size(); at++) {
                if (answers.get(at) instanceof GraphResponse.Failure(ErrorResponse error) && error.isTransient()) {
                    later.add(at);
                    errors.add(error);
                }
            }
            if (later.isEmpty() || !now.waitBeforeRetry(errors)) {
                return answers;
            }
            List<GraphResponse> again = once(later.stream().map(queries::get).toList(), now);
            for (int at = 0; at < later.size(); at++) {
                answers.set(later.get(at), again.get(at));
            }
        }
    }

    /** A batch that is refused as a whole is the same answer to each question in it. */
    private List<GraphResponse> once(List<GraphQuery> queries, RetryPolicy now)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return reader.ask(queries);
            } catch (ErrorResponseException e) {
                if (e.response().isTransient()) {
                    return queries.stream().<GraphResponse>map(_ -> new GraphResponse.Failure(e.response())).toList();
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
