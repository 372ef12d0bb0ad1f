package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.NetworkFault;
import app.keyturn.entra.http.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads in batches, one after the other; if Graph supports no batches, with a request for each query. Callers see no
 * difference.
 *
 * <p>One query that Microsoft cannot answer in time lets the whole batch fail. So a batch that gets no answer in time,
 * or an error of the service, is divided: 20 queries, 10, 5, then one by one. The smaller size is kept for the rest of
 * the search, since the next batches would most likely fail for the same reason. If even single queries fail, and none
 * has succeeded before, Microsoft as a whole is in trouble: then nothing is divided until it answers.
 */
final class BatchReader implements GraphReader {
    /** Microsoft Learn, "Combine multiple HTTP requests using JSON batching". */
    static final int MAX_BATCH = 20;
    private static final List<Integer> SMALLER_SIZES = List.of(10, 5);
    private static final int MAX_PARALLEL = 4;
    /** Microsoft does not document whether every national cloud supports batches. */
    private static final Set<Integer> BATCH_NOT_SUPPORTED = Set.of(400, 404, 405, 501);

    private final Graph graph;
    /** Queries a batch; 1 if each is sent alone. */
    private int batchSize = MAX_BATCH;
    private boolean batchSupported = true;
    /** True if a query has succeeded. */
    private boolean answered;
    /** True if Microsoft as a whole is in trouble. */
    private boolean down;

    /**
     * Creates the reader of one search.
     *
     * @param graph sends the requests
     */
    BatchReader(Graph graph) {
        this.graph = graph;
    }

    /** A query that got no response is {@link GraphResponse.Lost} if it may get one at another time. */
    @Override
    public List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException {
        List<GraphResponse> answers = new ArrayList<>();
        while (answers.size() < queries.size()) {
            List<GraphQuery> rest = queries.subList(answers.size(), queries.size());
            boolean alone = batchSize == 1 || rest.size() == 1;
            List<GraphResponse> next = alone
                    ? oneByOne(rest)
                    : batch(rest.subList(0, Math.min(batchSize, rest.size())), rest.size());
            note(next, alone);
            answers.addAll(next);
        }
        return answers;
    }

    private void note(List<GraphResponse> answers, boolean alone) {
        if (answers.stream().anyMatch(GraphResponse.Success.class::isInstance)) {
            answered = true;
            down = false;
        } else if (alone && batchSupported && !answered) {
            down = true;
            batchSize = MAX_BATCH;
        }
    }

    /**
     * Sends a batch.
     *
     * @param waiting the number of queries in it and after it
     * @return the responses; none if it has to be sent in smaller parts; one for all that wait if it has to be repeated
     */
    private List<GraphResponse> batch(List<GraphQuery> queries, int waiting) throws IOException {
        try {
            return graph.batch(queries);
        } catch (ErrorResponseException e) {
            ErrorResponse error = e.response();
            if (BATCH_NOT_SUPPORTED.contains(error.status())) {
                batchSupported = false;
                batchSize = 1;
                return List.of();
            }
            if (isTooMuch(error) && !down) {
                divide(queries.size());
                return List.of();
            }
            if (error.isTransient()) {
                return Collections.nCopies(waiting, new GraphResponse.Failure(error));
            }
            return Collections.nCopies(waiting, lost(e));
        } catch (IOException e) {
            if (NetworkFault.isTimeOut(e) && !down) {
                divide(queries.size());
                return List.of();
            }
            return Collections.nCopies(waiting, lost(e));
        }
    }

    /**
     * No response to queries that may be repeated.
     *
     * @throws IOException the cause, if that is pointless
     */
    private static GraphResponse lost(IOException cause) throws IOException {
        if (RetryPolicy.isRepeatable(cause)) {
            return new GraphResponse.Lost(cause);
        }
        throw cause;
    }

    /** True if fewer queries at once may succeed, and Microsoft does not ask to wait. */
    private static boolean isTooMuch(ErrorResponse error) {
        return error.status() == 413 || error.status() == 408
                || (error.isTransient() && error.status() != 429 && error.retryAfter().isEmpty());
    }

    private void divide(int failed) {
        batchSize = SMALLER_SIZES.stream().filter(size -> size < failed).findFirst().orElse(1);
    }

    /** An interrupt of this thread also ends the requests. */
    private List<GraphResponse> oneByOne(List<GraphQuery> queries) throws IOException, InterruptedException {
        List<Callable<GraphResponse>> requests = queries.stream()
                .<Callable<GraphResponse>>map(query -> () -> alone(query))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(MAX_PARALLEL, Thread.ofVirtual().factory())) {
            List<GraphResponse> answers = new ArrayList<>();
            for (Future<GraphResponse> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private GraphResponse alone(GraphQuery query) throws IOException {
        try {
            return graph.query(query);
        } catch (IOException e) {
            return lost(e);
        }
    }
}
