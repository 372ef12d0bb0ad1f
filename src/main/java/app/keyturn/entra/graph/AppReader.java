package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.RetryPolicy;
import app.keyturn.entra.http.UnexpectedResponseException;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.UnreadApp;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the connections and jobs of candidates, and keeps those that concern Apple. An app that cannot be read does not
 * end it: this account might not be allowed to read an app with another owner, Microsoft does not document its
 * responses about apps that never sync, and one app can be broken. But it may be the right one, so it is kept, too.
 */
final class AppReader {
    private final GraphReader reader;
    private final ProblemMapper problems;
    private final List<ProvisioningApp> found = new ArrayList<>();
    private final List<UnreadApp> unread = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();
    /** Why an app could not be read; a transient reason takes precedence, since that app may be the right one. */
    private Optional<IOException> reason = Optional.empty();

    AppReader(GraphReader reader, ProblemMapper problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /** Continues an earlier search. */
    void goOnFrom(SearchResult earlier) {
        found.addAll(earlier.apps());
        read.addAll(earlier.read());
    }

    /** Reads connections and jobs at the same time: fewer requests for a few apps. */
    void readWithJobs(List<AppCandidate> candidates) throws IOException, InterruptedException {
        readWithJobs(candidates, reader);
    }

    /**
     * Reads apps again that could not be read, with the patience for a single app: without them there would be nothing
     * to renew.
     */
    void readAgainPatiently(List<AppCandidate> candidates) throws IOException, InterruptedException {
        unread.removeIf(app -> candidates.stream().anyMatch(candidate -> candidate.id().equals(app.id())));
        reason = Optional.empty();
        readWithJobs(candidates, reader.patient());
    }

    private void readWithJobs(List<AppCandidate> candidates, GraphReader reader)
            throws IOException, InterruptedException {
        List<GraphQuery> queries = new ArrayList<>();
        for (AppCandidate candidate : candidates) {
            queries.add(GraphQuery.secrets(candidate.id()));
            queries.add(GraphQuery.jobs(candidate.id()));
        }
        List<GraphResponse> answers = reader.query(queries);
        int at = 0;
        for (AppCandidate candidate : candidates) {
            Optional<Connection> connection = connection(candidate, answers.get(at++));
            GraphResponse jobs = answers.get(at++);
            if (connection.isPresent()) {
                keep(candidate, connection.get(), jobs);
            }
        }
    }

    /**
     * Reads connections first, and then the jobs of the apps that concern Apple: fewer requests for many apps.
     *
     * @param onlyWithToken true if only an app with a token is of interest
     * @param max for how many apps to read the jobs
     * @return false if there were more
     */
    boolean readConnectionsFirst(List<AppCandidate> candidates, boolean onlyWithToken, int max)
            throws IOException, InterruptedException {
        List<GraphResponse> answers = reader
                .query(candidates.stream().map(app -> GraphQuery.secrets(app.id())).toList());
        Map<AppCandidate, Connection> connections = new LinkedHashMap<>();
        boolean all = true;
        for (int at = 0; at < candidates.size(); at++) {
            Optional<Connection> connection = connection(candidates.get(at), answers.get(at))
                    .filter(it -> !onlyWithToken || it.hasToken());
            if (connection.isPresent() && connections.size() == max) {
                read.remove(candidates.get(at).id());
                all = false;
            } else if (connection.isPresent()) {
                connections.put(candidates.get(at), connection.get());
            }
        }
        List<GraphResponse> jobs = reader
                .query(connections.keySet().stream().map(app -> GraphQuery.jobs(app.id())).toList());
        int at = 0;
        for (Map.Entry<AppCandidate, Connection> app : connections.entrySet()) {
            keep(app.getKey(), app.getValue(), jobs.get(at++));
        }
        return all;
    }

    /** The apps that concern Apple, in the order in which they were read. */
    List<ProvisioningApp> found() {
        return found;
    }

    /** The apps that could not be read. */
    List<UnreadApp> unread() {
        return unread;
    }

    /** The ids of the apps that were read. */
    Set<String> read() {
        return read;
    }

    /** Why an app could not be read; empty if all could. */
    Optional<IOException> reason() {
        return reason;
    }

    /** What was found, if this is left. */
    SearchResult result(Rest rest) {
        return new SearchResult(found, unread, read, rest);
    }

    /** The connection in a response; empty if the app does not concern Apple, or cannot be read. */
    private Optional<Connection> connection(AppCandidate candidate, GraphResponse secrets) throws IOException {
        try {
            // Microsoft does not document whether an app that was never set up to sync has no secrets or gets a 404.
            Connection connection = isNotFound(secrets)
                    ? new Connection(List.of())
                    : SecretsJson.read(secrets.expectedBody());
            read.add(candidate.id());
            return Optional.of(connection).filter(candidate::concernsApple);
        } catch (JsonParseException e) {
            cannotRead(candidate, unexpected());
        } catch (IOException e) {
            cannotRead(candidate, e);
        }
        return Optional.empty();
    }

    /** Keeps an app with the jobs in a response. */
    private void keep(AppCandidate candidate, Connection connection, GraphResponse jobs)
            throws IOException, InterruptedException {
        try {
            found.add(new ProvisioningApp(candidate.id(), candidate.name(), connection, jobs(candidate, jobs)));
        } catch (JsonParseException e) {
            cannotRead(candidate, unexpected());
        } catch (IOException e) {
            cannotRead(candidate, e);
        }
    }

    private List<SyncJob> jobs(AppCandidate candidate, GraphResponse jobs) throws IOException, InterruptedException {
        List<SyncJob> all = new ArrayList<>();
        if (!isNotFound(jobs)) {
            GraphQuery query = GraphQuery.jobs(candidate.id());
            for (JsonObject job : new PagedList(reader, query, jobs).all()) {
                JobJson.read(job).ifPresent(all::add);
            }
        }
        return all;
    }

    private void cannotRead(AppCandidate candidate, IOException e) throws IOException {
        Problem problem = problems.of(e);
        // Not a problem of this app: no other could be read either.
        if (problem.code().group() == ProblemCode.Group.SIGN_IN || problem.code() == ProblemCode.CLOCK_WRONG) {
            throw e;
        }
        read.remove(candidate.id());
        unread.add(new UnreadApp(candidate.id(), candidate.name(), problem));
        if (reason.isEmpty() || (RetryPolicy.mayPass(e) && !RetryPolicy.mayPass(reason.get()))) {
            reason = Optional.of(e);
        }
    }

    private static UnexpectedResponseException unexpected() {
        return new UnexpectedResponseException("Secrets or jobs that cannot be read");
    }

    private static boolean isNotFound(GraphResponse answer) {
        return answer instanceof GraphResponse.Failure(ErrorResponse error) && error.status() == 404;
    }
}
