package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sends queries, and repeats those that fail with a transient error, and no others. */
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

    /** If no query got a response, the reason is thrown. */
    @Override
    public List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException {
        RetryPolicy policy = retryPolicy.get();
        List<GraphResponse> answers = new ArrayList<>(reader.query(queries));
        for (boolean first = true;; first = false) {
            // A query that gets no response takes the whole time limit. If others have theirs, once more must do.
            boolean repeatLost = first || isAllLost(answers);
            List<Integer> later = new ArrayList<>();
            List<ErrorResponse> errors = new ArrayList<>();
            for (int at = 0; at < answers.size(); at++) {
                switch (answers.get(at)) {
                    case GraphResponse.Failure(ErrorResponse error) when error.isTransient() -> {
                        later.add(at);
                        errors.add(error);
                    }
                    case GraphResponse.Lost _ when repeatLost -> later.add(at);
                    default -> {
                        // It has its answer.
                    }
                }
            }
            if (later.isEmpty() || !policy.waitBeforeRetry(errors)) {
                break;
            }
            List<GraphResponse> again = reader.query(later.stream().map(queries::get).toList());
            for (int at = 0; at < later.size(); at++) {
                answers.set(later.get(at), again.get(at));
            }
        }
        if (isAllLost(answers) && answers.getFirst() instanceof GraphResponse.Lost(IOException cause)) {
            throw cause;
        }
        return answers;
    }

    private static boolean isAllLost(List<GraphResponse> answers) {
        return !answers.isEmpty() && answers.stream().allMatch(GraphResponse.Lost.class::isInstance);
    }
}
