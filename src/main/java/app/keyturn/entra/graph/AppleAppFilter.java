package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the apps that concern Apple by their connections. */
final class AppleAppFilter {
    private final GraphReader reader;
    private final ProblemMapper problems;

    AppleAppFilter(GraphReader reader, ProblemMapper problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /**
     * Reads a few apps. This account might not be allowed to read an app with another owner, and Microsoft does not
     * document its responses about apps that never sync. So an app that cannot be read is an error only if no other app
     * is left, or if the error is transient, since that app may be the right one.
     *
     * @return those that concern Apple, in the given order
     */
    List<ProvisioningApp> filter(Collection<AppCandidate> candidates) throws IOException, InterruptedException {
        List<GraphQuery> queries = new ArrayList<>();
        for (AppCandidate candidate : candidates) {
            queries.add(GraphQuery.secrets(candidate.id()));
            queries.add(GraphQuery.jobs(candidate.id()));
        }
        List<GraphResponse> answers = reader.query(queries);
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

    /** The connection in a response, if the app concerns Apple. */
    Optional<Connection> connection(AppCandidate candidate, GraphResponse secrets) throws ErrorResponseException {
        // Microsoft does not document whether an app that was never set up to sync has no secrets or gets a 404.
        Connection connection = isNotFound(secrets)
                ? new Connection(List.of())
                : SecretsJson.read(secrets.expectedBody());
        return Optional.of(connection).filter(candidate::concernsApple);
    }

    /** The app with the jobs in a response. */
    ProvisioningApp app(AppCandidate candidate, Connection connection, GraphResponse jobs)
            throws IOException, InterruptedException {
        List<SyncJob> read = new ArrayList<>();
        if (!isNotFound(jobs)) {
            GraphQuery query = GraphQuery.jobs(candidate.id());
            for (JsonObject job : new PagedList(reader, query, jobs).all()) {
                JobJson.read(job).ifPresent(read::add);
            }
        }
        return new ProvisioningApp(candidate.id(), candidate.name(), connection, read);
    }

    private static boolean isNotFound(GraphResponse answer) {
        return answer instanceof GraphResponse.Failure refused && refused.error().status() == 404;
    }
}
