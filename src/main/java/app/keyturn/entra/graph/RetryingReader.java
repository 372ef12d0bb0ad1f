package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sends queries, and repeats those that fail with a transient error. */
final class RetryingReader implements GraphReader {
    private final GraphReader reader;
    private final Supplier<RetryPolicy> retryPolicy;

    /**
     * Creates the reader.
     *
     * @param reader sends each query once
     * @param retryPolicy creates the policy for each call
     */
    RetryingReader(GraphReader reader, Supplier<RetryPolicy> retryPolicy) {
        this.reader = reader;
        this.retryPolicy = retryPolicy;
    }

    @Override
    public List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException {
        RetryPolicy policy = retryPolicy.get();
        List<GraphResponse> answers = new ArrayList<>(once(queries, policy));
        while (true) {
            List<Integer> later = new ArrayList<>();
            List<ErrorResponse> errors = new ArrayList<>();
            for (int at = 0; at < answers.size(); at++) {
                if (answers.get(at) instanceof GraphResponse.Failure(ErrorResponse error) && error.isTransient()) {
                    later.add(at);
                    errors.add(error);
                }
            }
            if (later.isEmpty() || !policy.waitBeforeRetry(errors)) {
                return answers;
            }
            List<GraphResponse> again = once(later.stream().map(queries::get).toList(), policy);
            for (int at = 0; at < later.size(); at++) {
                answers.set(later.get(at), again.get(at));
            }
        }
    }

    /** A transient error of a whole batch is the response to each query in it. */
    private List<GraphResponse> once(List<GraphQuery> queries, RetryPolicy policy)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return reader.query(queries);
            } catch (ErrorResponseException e) {
                if (e.response().isTransient()) {
                    return queries.stream().<GraphResponse>map(_ -> new GraphResponse.Failure(e.response())).toList();
                }
                throw e;
            } catch (IOException e) {
                if (!policy.waitBeforeRetry(e)) {
                    throw e;
                }
            }
        }
    }
}
