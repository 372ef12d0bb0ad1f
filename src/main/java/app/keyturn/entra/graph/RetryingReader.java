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
import java.util.Optional;

/** Sends queries, and repeats those that fail while that may help. */
final class RetryingReader implements GraphReader {
    private final GraphReader reader;
    private final Timer timer;
    private final Limits limits;
    private final Duration limitForSome;

    /**
     * Creates a reader that does not let one app hold up the others: a query is repeated for a short time while others
     * of the same call succeed, and with full patience if none does.
     *
     * @param reader sends each query once
     */
    RetryingReader(GraphReader reader, Timer timer, Limits limits) {
        this(reader, timer, limits, limits.repeatBriefly());
    }

    private RetryingReader(GraphReader reader, Timer timer, Limits limits, Duration limitForSome) {
        this.reader = reader;
        this.timer = timer;
        this.limits = limits;
        this.limitForSome = limitForSome;
    }

    @Override
    public GraphReader patient() {
        return new RetryingReader(reader, timer, limits, limits.repeat());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException the cause, if no query has got a response
     */
    @Override
    public List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException {
        try (RetryPolicy policy = new RetryPolicy(timer, limits)) {
            List<GraphResponse> answers = new ArrayList<>(reader.query(queries));
            while (true) {
                List<Integer> later = new ArrayList<>();
                List<IOException> causes = new ArrayList<>();
                for (int at = 0; at < answers.size(); at++) {
                    Optional<IOException> cause = repeatable(queries.get(at), answers.get(at), policy);
                    if (cause.isPresent()) {
                        later.add(at);
                        causes.add(cause.get());
                    }
                }
                Duration limit = later.size() < answers.size() && !tooManyRequests(causes)
                        ? limitForSome
                        : limits.repeat();
                if (later.isEmpty() || !policy.waitBeforeRetry(causes, limit)) {
                    return requireAnswer(answers);
                }
                List<GraphResponse> again = reader.query(later.stream().map(queries::get).toList());
                for (int at = 0; at < later.size(); at++) {
                    answers.set(later.get(at), again.get(at));
                }
            }
        }
    }

    /** Why a query may be repeated; empty if it has its answer, or repeating it is pointless. */
    private static Optional<IOException> repeatable(GraphQuery query, GraphResponse answer, RetryPolicy policy) {
        Optional<IOException> cause = switch (answer) {
            case GraphResponse.Success _ -> Optional.empty();
            case GraphResponse.Failure(ErrorResponse error) when isNeeded(query, error) ->
                Optional.of(new ErrorResponseException(error));
            case GraphResponse.Failure _ -> Optional.empty();
            case GraphResponse.Lost(IOException lost) -> Optional.of(lost);
        };
        return cause.filter(policy::mayRepeat);
    }

    /**
     * The organisation's name may take a permission that Keyturn does not ask for (Microsoft Learn, "List
     * organizations"), and is not needed.
     */
    private static boolean isNeeded(GraphQuery query, ErrorResponse error) {
        return !(query.equals(GraphQuery.ORGANIZATION) && error.isDenied());
    }

    /** If there are too many requests, those that succeeded only came first. */
    private static boolean tooManyRequests(List<IOException> causes) {
        return causes.stream().anyMatch(cause -> !isBrief(cause));
    }

    /** True if a query that failed like this is repeated for a short time only while others succeed. */
    static boolean isBrief(IOException cause) {
        return !(cause instanceof ErrorResponseException e && e.response().isTooManyRequests());
    }

    private static List<GraphResponse> requireAnswer(List<GraphResponse> answers) throws IOException {
        boolean allLost = answers.stream().allMatch(GraphResponse.Lost.class::isInstance);
        if (allLost && !answers.isEmpty()) {
            answers.getFirst().expectedBody();
        }
        return answers;
    }
}
