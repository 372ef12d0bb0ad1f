package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.RetryPolicy;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends queries, and repeats those that fail while that may help: one of a batch as patiently as a single one. */
final class RetryingReader implements GraphReader {
    private final GraphReader reader;
    private final Timer timer;
    private final Limits limits;
    private final Duration limitForSome;

    /**
     * Creates the reader.
     *
     * @param reader sends each query once
     * @param limitForSome how long to repeat queries while others of the same call succeed
     */
    RetryingReader(GraphReader reader, Timer timer, Limits limits, Duration limitForSome) {
        this.reader = reader;
        this.timer = timer;
        this.limits = limits;
        this.limitForSome = limitForSome;
    }

    @Override
    public List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException {
        try (RetryPolicy policy = new RetryPolicy(timer, limits)) {
            List<GraphResponse> answers = new ArrayList<>(once(queries, policy));
            while (true) {
                List<Integer> later = new ArrayList<>();
                List<ErrorResponse> errors = new ArrayList<>();
                for (int at = 0; at < answers.size(); at++) {
                    if (answers.get(at) instanceof GraphResponse.Failure(ErrorResponse error)
                            && policy.mayRepeat(error) && isNeeded(queries.get(at), error)) {
                        later.add(at);
                        errors.add(error);
                    }
                }
                // If there are too many requests, the others only came first.
                boolean onlySome = later.size() < answers.size()
                        && errors.stream().noneMatch(ErrorResponse::isTooManyRequests);
                if (later.isEmpty()
                        || !policy.waitBeforeRetry(errors, onlySome ? limitForSome : limits.repeat())) {
                    return answers;
                }
                List<GraphResponse> again = once(later.stream().map(queries::get).toList(), policy);
                for (int at = 0; at < later.size(); at++) {
                    answers.set(later.get(at), again.get(at));
                }
            }
        }
    }

    /**
     * The organisation's name may take a permission that Keyturn does not ask for (Microsoft Learn, "List
     * organizations"), and is not needed.
     */
    private static boolean isNeeded(GraphQuery query, ErrorResponse error) {
        return !(query.equals(GraphQuery.ORGANIZATION) && error.isDenied());
    }

    /** An error of a whole batch that may pass is the response to each query in it. */
    private List<GraphResponse> once(List<GraphQuery> queries, RetryPolicy policy)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return reader.query(queries);
            } catch (ErrorResponseException e) {
                if (policy.mayRepeat(e.response())) {
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
