package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchProgress;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Searches every app of an organisation for those with Apple's address: Graph has no query for which apps sync, and to
 * where. Apps made from Apple's template are not searched for here, since {@link NamedSearch} finds them at once.
 */
final class FullScan {
    /**
     * If more than one in this many apps cannot be read, "none was found" would not be true. A single one does not
     * matter.
     */
    private static final int MANY = 10;
    /** Errors of Microsoft as a whole, not of one app: the next app would get the same. */
    private static final Set<Integer> SERVICE_ERRORS = Set.of(429, 503, 504);

    private final GraphReader reader;
    private final AppleAppFilter appleApps;
    private final ProblemMapper problems;
    private final Consumer<SearchProgress> progress;

    private final List<ProvisioningApp> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int checked;
    private int unread;
    private Optional<ErrorResponseException> reason = Optional.empty();

    /**
     * Creates a search, for one use.
     *
     * @param progress gets the progress
     */
    FullScan(GraphReader reader, ProblemMapper problems, Consumer<SearchProgress> progress) {
        this.reader = reader;
        this.appleApps = new AppleAppFilter(reader, problems);
        this.problems = problems;
        this.progress = progress;
    }

    /**
     * Searches. An app that cannot be read is skipped.
     *
     * @throws ErrorResponseException if Microsoft stays busy, or if nothing was found and more than a few apps could
     *     not be read
     */
    List<ProvisioningApp> search() throws IOException, InterruptedException {
        PagedList apps = open();
        OptionalInt total = apps.total();
        do {
            List<AppCandidate> page = new ArrayList<>();
            for (JsonObject row : apps.rows()) {
                AppCandidate.of(row, Set.of(), false).filter(app -> seen.add(app.id())).ifPresent(page::add);
            }
            for (int from = 0; from < page.size(); from += BatchReader.MAX_BATCH) {
                scan(page.subList(from, Math.min(from + BatchReader.MAX_BATCH, page.size())));
                progress.accept(new SearchProgress(checked, atLeast(checked, total), found));
            }
        } while (apps.nextPage());
        if (found.isEmpty() && reason.isPresent() && unread > checked / MANY) {
            throw reason.get();
        }
        return found;
    }

    private PagedList open() throws IOException, InterruptedException {
        GraphQuery best = GraphQuery.enterpriseApps();
        GraphResponse answer = reader.query(List.of(best)).getFirst();
        if (answer instanceof GraphResponse.Failure(ErrorResponse error)
                && (error.status() == 400 || error.status() == 501)) {
            GraphQuery plain = GraphQuery.allApps();
            return new PagedList(reader, plain, reader.query(List.of(plain)).getFirst());
        }
        return new PagedList(reader, best, answer);
    }

    private void scan(List<AppCandidate> some) throws IOException, InterruptedException {
        List<GraphResponse> answers = reader.query(some.stream().map(app -> GraphQuery.secrets(app.id())).toList());
        Map<AppCandidate, Connection> appleConnections = new LinkedHashMap<>();
        for (int at = 0; at < some.size(); at++) {
            AppCandidate app = some.get(at);
            try {
                appleApps.connection(app, answers.get(at))
                        .ifPresent(connection -> appleConnections.put(app, connection));
            } catch (ErrorResponseException e) {
                skip(e);
            }
        }
        List<GraphResponse> jobs = reader
                .query(appleConnections.keySet().stream().map(app -> GraphQuery.jobs(app.id())).toList());
        int at = 0;
        for (Map.Entry<AppCandidate, Connection> app : appleConnections.entrySet()) {
            try {
                found.add(appleApps.app(app.getKey(), app.getValue(), jobs.get(at++)));
            } catch (ErrorResponseException e) {
                skip(e);
            }
        }
        checked += some.size();
    }

    private void skip(ErrorResponseException e) throws ErrorResponseException {
        if (SERVICE_ERRORS.contains(e.response().status()) || problems.isSignInEnded(e.response())) {
            throw e;
        }
        unread++;
        reason = reason.or(() -> Optional.of(e));
    }

    /** Apps added during the search are not in the total. */
    private static OptionalInt atLeast(int checked, OptionalInt total) {
        return total.isPresent() ? OptionalInt.of(Math.max(checked, total.getAsInt())) : total;
    }
}
