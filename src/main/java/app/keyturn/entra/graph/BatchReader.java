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
 * Asks in batches, one after the other; where Graph takes no batch, in a request each. What is behind it does not
 * notice.
 */
final class BatchReader implements GraphReader {
    /** Microsoft Learn, "Combine multiple HTTP requests using JSON batching". */
    static final int MOST_IN_A_BATCH = 20;
    private static final int AT_ONCE = 4;
    /** Whether every national cloud takes batches is documented nowhere. */
    private static final Set<Integer> TAKES_NO_BATCH = Set.of(400, 404, 405, 501);

    private final Graph graph;
    private boolean batchesTaken = true;

    BatchReader(Graph graph) {
        this.graph = graph;
    }

    @Override
    public List<GraphResponse> ask(List<GraphQuery> queries) throws IOException, InterruptedException {
        List<GraphResponse> answers = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += MOST_IN_A_BATCH) {
            answers.addAll(few(queries.subList(from, Math.min(from + MOST_IN_A_BATCH, queries.size()))));
        }
        return answers;
    }

    private List<GraphResponse> few(List<GraphQuery> queries) throws IOException, InterruptedException {
        if (queries.size() == 1) {
            return List.of(graph.answer(queries.getFirst()));
        }
        if (batchesTaken) {
            try {
                return graph.batch(queries);
            } catch (ErrorResponseException e) {
                if (!TAKES_NO_BATCH.contains(e.response().status())) {
                    throw e;
                }
                batchesTaken = false;
            }
        }
        return singly(queries);
    }

    /** An interrupt of this thread ends those of the requests too. */
    private List<GraphResponse> singly(List<GraphQuery> queries) throws IOException, InterruptedException {
        List<Callable<GraphResponse>> requests = queries.stream()
                .<Callable<GraphResponse>>map(query -> () -> graph.answer(query))
                .toList();
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<GraphResponse> answers = new ArrayList<>();
            for (Future<GraphResponse> answer : some.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException lost) {
                throw lost;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
