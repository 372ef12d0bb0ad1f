package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.UnreadApp;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Searches every app of an organisation for those with Apple's address: Graph has no query for which apps sync, and to
 * where. Apps made from Apple's template are not searched for here, since {@link NamedSearch} finds them at once.
 *
 * <p>If it cannot be finished, the result has what was found and says how far it came, and another search can go on
 * from there.
 */
final class FullScan {
    /**
     * If more than one in this many apps cannot be read, "none was found" would not be true. A single one does not
     * matter.
     */
    private static final int MANY = 10;
    /** What one app can be the reason for, and not only Microsoft as a whole. */
    private static final Set<ProblemCode> REASONS_OF_ONE_APP = EnumSet.of(ProblemCode.ROLE_MISSING,
            ProblemCode.APP_GONE, ProblemCode.SERVICE_REFUSED, ProblemCode.NET_STRANGE_ANSWER);
    /**
     * If all apps of so many batches in a row are refused after others were read, the account has lost its role: the
     * next app would be refused, too.
     */
    private static final int REFUSED_BATCHES = 2;

    private final GraphReader reader;
    private final AppReader apps;
    private final ProblemMapper problems;
    private final SearchResult earlier;
    private final Consumer<SearchProgress> progress;
    private final Set<String> seen = new HashSet<>();
    private OptionalInt total = OptionalInt.empty();
    /** The number of apps that were read before the last batches of which nothing could be read. */
    private int readBefore;
    /** The number of unread apps before these batches. */
    private int unreadBefore;
    private int refusedBatches;

    /**
     * Creates a search, for one use.
     *
     * @param earlier a search to go on from
     * @param progress gets the progress
     */
    FullScan(GraphReader reader, ProblemMapper problems, SearchResult earlier,
            Consumer<SearchProgress> progress) {
        this.reader = reader;
        this.apps = new AppReader(reader, problems);
        this.problems = problems;
        this.earlier = earlier;
        this.progress = progress;
        apps.goOnFrom(earlier);
        seen.addAll(earlier.read());
        readBefore = earlier.read().size();
    }

    /**
     * Searches.
     *
     * @throws IOException if no app could be read
     */
    SearchResult search() throws IOException, InterruptedException {
        try {
            PagedList list = open();
            total = list.total();
            do {
                List<AppCandidate> page = new ArrayList<>();
                for (JsonObject row : list.rows()) {
                    AppCandidate.of(row, Map.of(), false).filter(app -> seen.add(app.id())).ifPresent(page::add);
                }
                for (int from = 0; from < page.size(); from += BatchReader.MAX_BATCH) {
                    Optional<Problem> end = scan(
                            page.subList(from, Math.min(from + BatchReader.MAX_BATCH, page.size())));
                    if (end.isPresent()) {
                        return interrupted(end.get(), apps.unread().subList(0, unreadBefore));
                    }
                }
            } while (list.nextPage());
        } catch (IOException e) {
            if (apps.read().size() == earlier.read().size()) {
                throw e;
            }
            return interrupted(problems.of(e), apps.unread());
        }
        Optional<IOException> reason = apps.reason();
        if (reason.isPresent() && apps.read().isEmpty()) {
            throw reason.get();
        }
        return reason.isPresent() && apps.found().isEmpty() && apps.unread().size() > checked() / MANY
                ? interrupted(problems.of(reason.get()), apps.unread())
                : apps.result(new Rest.Nothing());
    }

    /** Reads a batch; returns the problem that ends the search, if there is one. */
    private Optional<Problem> scan(List<AppCandidate> batch) throws IOException, InterruptedException {
        apps.readConnectionsFirst(batch, false, Integer.MAX_VALUE);
        progress.accept(new SearchProgress(checked(), atLeastChecked(), apps.found()));
        List<UnreadApp> unread = apps.unread();
        if (apps.read().size() > readBefore || batch.size() < BatchReader.MAX_BATCH) {
            readBefore = apps.read().size();
            unreadBefore = unread.size();
            refusedBatches = 0;
            return Optional.empty();
        }
        refusedBatches++;
        Problem last = unread.getLast().problem();
        boolean ofAll = !REASONS_OF_ONE_APP.contains(last.code());
        boolean roleLost = last.code() == ProblemCode.ROLE_MISSING && refusedBatches == REFUSED_BATCHES
                && readBefore > earlier.read().size();
        return ofAll || roleLost ? Optional.of(last) : Optional.empty();
    }

    private SearchResult interrupted(Problem reason, List<UnreadApp> unread) {
        int checked = apps.read().size() + unread.size();
        return new SearchResult(apps.found(), unread, apps.read(),
                new Rest.Interrupted(checked, atLeastChecked(), Optional.of(reason)));
    }

    private int checked() {
        return apps.read().size() + apps.unread().size();
    }

    /** Apps added during the search are not in the total. */
    private OptionalInt atLeastChecked() {
        return total.isPresent() ? OptionalInt.of(Math.max(checked(), total.getAsInt())) : total;
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
}
