package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponseException;
import java.io.IOException;
import java.util.ArrayList;
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
 */
final class BatchReader implements GraphReader {
    /** Microsoft Learn, "Combine multiple HTTP requests using JSON batching". */
    static final int MAX_BATCH = 20;
    private static final int MAX_PARALLEL = 4;
    /** Microsoft does not document whether every national cloud supports batches. */
    private static final Set<Integer> BATCH_NOT_SUPPORTED = Set.of(400, 404, 405, 501);

    private final Graph graph;
    private boolean batchSupported = true;

    BatchReader(Graph graph) {
        this.graph = graph;
    }

    @Override
    public List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException {
        List<GraphResponse> answers = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += MAX_BATCH) {
            answers.addAll(batch(queries.subList(from, Math.min(from + MAX_BATCH, queries.size()))));
        }
        return answers;
    }

    private List<GraphResponse> batch(List<GraphQuery> queries) throws IOException, InterruptedException {
        if (queries.size() == 1) {
            return List.of(graph.query(queries.getFirst()));
        }
        if (batchSupported) {
            try {
                return graph.batch(queries);
            } catch (ErrorResponseException e) {
                if (!BATCH_NOT_SUPPORTED.contains(e.response().status())) {
                    throw e;
                }
                batchSupported = false;
            }
        }
        return oneByOne(queries);
    }

    /** An interrupt of this thread also ends the requests. */
    private List<GraphResponse> oneByOne(List<GraphQuery> queries) throws IOException, InterruptedException {
        List<Callable<GraphResponse>> requests = queries.stream()
                .<Callable<GraphResponse>>map(query -> () -> graph.query(query))
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
}
