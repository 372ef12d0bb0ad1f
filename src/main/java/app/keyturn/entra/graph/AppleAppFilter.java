package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import com.google.gson.JsonObject;
import com.microsoft.graph.models.SynchronizationJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells the apps that concern Apple from others, by what is in their connections. */
final class AppleAppFilter {
    private final Graph graph;
    private final GraphReader reader;
    private final ProblemMapper problems;

    AppleAppFilter(Graph graph, GraphReader reader, ProblemMapper problems) {
        this.graph = graph;
        this.reader = reader;
        this.problems = problems;
    }

    /**
     * Looks at a few apps. One whose owner is somebody else may be closed to this account, and what Microsoft answers
     * about apps that never sync is documented nowhere: one that cannot be read counts only if no other app is left. Not
     * so if it could be read at another time, since it may be the one that is meant.
     *
     * @return those that concern Apple, in the order given
     */
    List<ProvisioningApp> filter(Collection<AppCandidate> candidates) throws IOException, InterruptedException {
        List<GraphQuery> queries = new ArrayList<>();
        for (AppCandidate candidate : candidates) {
            queries.add(GraphQuery.secrets(candidate.id()));
            queries.add(GraphQuery.jobs(candidate.id()));
        }
        List<GraphResponse> answers = reader.ask(queries);
        List<ProvisioningApp> found = new ArrayList<>();
        Optional<ErrorResponseException> closed = Optional.empty();
        int at = 0;
        for (AppCandidate candidate : candidates) {
            GraphResponse secrets = answers.get(at++);
            GraphResponse jobs = answers.get(at++);
            try {
                Optional<Connection> connection = connection(candidate, secrets);
                if (connection.isPresent()) {
                    found.add(app(candidate, connection.get(), jobs));
                }
            } catch (ErrorResponseException e) {
                if (e.response().isTransient() || problems.isSignInEnded(e.response())) {
                    throw e;
                }
                closed = Optional.of(e);
            }
        }
        if (found.isEmpty() && closed.isPresent()) {
            throw closed.get();
        }
        return found;
    }

    /** The connection in the answer, if the app concerns Apple. */
    Optional<Connection> connection(AppCandidate candidate, GraphResponse secrets) throws ErrorResponseException {
        // Microsoft documents nowhere whether an app that was never set up to sync has no secrets or is not found.
        Connection connection = isNotFound(secrets)
                ? new Connection(List.of())
                : SecretsJson.read(secrets.expectedBody());
        return Optional.of(connection).filter(candidate::concernsApple);
    }

    /** The app with the jobs in the answer. */
    ProvisioningApp app(AppCandidate candidate, Connection connection, GraphResponse jobs)
            throws IOException, InterruptedException {
        List<SyncJob> read = new ArrayList<>();
        if (!isNotFound(jobs)) {
            GraphQuery query = GraphQuery.jobs(candidate.id());
            for (JsonObject job : new PagedList(reader, query, jobs).all()) {
                JobMapper.read(graph.read(job, SynchronizationJob::createFromDiscriminatorValue)).ifPresent(read::add);
            }
        }
        return new ProvisioningApp(candidate.id(), candidate.name(), connection, read);
    }

    private static boolean isNotFound(GraphResponse answer) {
        return answer instanceof GraphResponse.Failure refused && refused.error().status() == 404;
    }
}
