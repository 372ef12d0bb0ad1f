package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.RetryPolicy;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.renewal.UnreadApp;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds apps by name, template and id, with the same few requests in an organisation with five apps as with thousands,
 * and however many of them are called "Apple ...". Graph cannot be asked which apps sync to Apple, so their connections
 * have to be read; the likeliest first ({@link AppCandidate#likeliestFirst}).
 *
 * <ol>
 * <li>One batch asks for the lists: each of Apple's names, Apple's templates, and everything with the word "Apple".
 * Each list gives its first page, so that none can push an app off another one.
 * <li>The {@value #FIRST} likeliest apps are read, with their jobs, and all others with a template or a name of
 * Apple's. If one of them has a token and the wanted portal's address, that is all.
 * <li>Otherwise the next ones are read, up to {@value #MOST} in all. What is left is told: the user can search for it.
 * </ol>
 *
 * <p>These are at most 14 requests, as long as nothing has to be repeated: the lists, the apps with a template,
 * {@value #MORE_PAGES} further pages, the likeliest apps, seven batches of connections, and two of jobs.
 */
final class NamedSearch {
    /** With connection and jobs of each they fill a batch. */
    static final int FIRST = BatchReader.MAX_BATCH / 2;
    /** Seven more batches of connections. */
    static final int MOST = FIRST + 7 * BatchReader.MAX_BATCH;
    private static final int MORE_PAGES = 2;
    /** Two batches of jobs. */
    private static final int MOST_WITH_JOBS = 2 * BatchReader.MAX_BATCH;

    private static final GraphQuery NAMED = GraphQuery.appsNamed("Apple");
    private static final List<GraphQuery> HELPFUL = Stream
            .concat(AppTemplates.beginnings().stream().map(GraphQuery::appsNamed),
                    Stream.of(GraphQuery.appsWithWords("Apple")))
            .toList();

    private final GraphReader reader;
    private final AppReader apps;
    private final ListReader lists;
    private final Map<String, AppCandidate> candidates = new LinkedHashMap<>();
    private Map<String, Portal> templates = Map.of();
    private int morePages = MORE_PAGES;

    /** Creates a search, for one use. */
    NamedSearch(GraphReader reader, ProblemMapper problems) {
        this.reader = reader;
        this.apps = new AppReader(reader, problems);
        this.lists = new ListReader(reader);
    }

    /** The first queries to find Apple's apps. */
    static List<GraphQuery> appleQueries() {
        return Stream.of(Stream.of(NAMED), HELPFUL.stream(), AppTemplates.queries().stream())
                .flatMap(queries -> queries)
                .toList();
    }

    /**
     * Finds Apple's apps.
     *
     * @param answers the responses to {@link #appleQueries()}
     * @param wanted the portal whose app is wanted; empty if any is
     */
    SearchResult findApple(List<GraphResponse> answers, Optional<Portal> wanted)
            throws IOException, InterruptedException {
        int gallery = 1 + HELPFUL.size();
        templates = AppTemplates.templates(lists, answers.subList(gallery, answers.size()));
        List<GraphQuery> made = templates.keySet().stream().map(GraphQuery::appsMadeFrom).toList();
        List<GraphResponse> madeAnswers = reader.query(made);
        // The best lists first: they are the first to be read further.
        List<JsonObject> best = new ArrayList<>();
        for (int at = 0; at < made.size(); at++) {
            best.addAll(lists.firstPage(made.get(at), madeAnswers.get(at)));
        }
        for (int at = 0; at < HELPFUL.size(); at++) {
            best.addAll(lists.firstPage(HELPFUL.get(at), answers.get(1 + at)));
        }
        // Among equals, Microsoft's order of names.
        add(lists.firstPageOfRequired(NAMED, answers.getFirst()));
        add(best);
        return read(AppCandidate.likeliestFirst(wanted), AppCandidate::isLikely, app -> isWanted(app, wanted));
    }

    /** Finds the apps that the user searches for. */
    SearchResult find(SearchText typed) throws IOException, InterruptedException {
        if (typed.isNotAName()) {
            return SearchResult.NONE;
        }
        return typed.id().isPresent() ? findById(typed.id().get()) : findByName(typed);
    }

    /** Reads apps again. */
    SearchResult readAgain(List<UnreadApp> all) throws IOException, InterruptedException {
        List<UnreadApp> unread = all.subList(0, Math.min(all.size(), Provisioning.MAX_READ_AGAIN));
        List<GraphQuery> queries = new ArrayList<>(AppTemplates.queries());
        int gallery = queries.size();
        unread.forEach(app -> queries.add(GraphQuery.appWithId(app.id())));
        List<GraphResponse> answers = reader.query(queries);
        templates = AppTemplates.templates(lists, answers.subList(0, gallery));
        for (int at = 0; at < unread.size(); at++) {
            UnreadApp app = unread.get(at);
            // The name is known, so the app can be read even if the directory does not show it just now.
            AppCandidate known = new AppCandidate(app.id(), app.name(), Optional.empty(), false);
            candidates.put(app.id(), answers.get(gallery + at) instanceof GraphResponse.Success(JsonObject row)
                    ? AppCandidate.of(row, templates, false).orElse(known)
                    : known);
        }
        apps.readWithJobs(List.copyOf(candidates.values()));
        List<UnreadApp> still = new ArrayList<>(apps.unread());
        still.addAll(all.subList(unread.size(), all.size()));
        return new SearchResult(apps.found(), still, apps.read(), new Rest.Nothing());
    }

    private SearchResult findByName(SearchText typed) throws IOException, InterruptedException {
        List<GraphQuery> queries = new ArrayList<>(List.of(GraphQuery.appsNamed(typed.text())));
        typed.words().map(GraphQuery::appsWithWords).ifPresent(queries::add);
        int gallery = queries.size();
        queries.addAll(AppTemplates.queries());
        List<GraphResponse> answers = reader.query(queries);
        templates = AppTemplates.templates(lists, answers.subList(gallery, answers.size()));
        add(lists.firstPageOfRequired(queries.getFirst(), answers.getFirst()));
        for (int at = 1; at < gallery; at++) {
            add(lists.firstPage(queries.get(at), answers.get(at)));
        }
        Predicate<AppCandidate> exact = app -> app.name().equalsIgnoreCase(typed.text());
        return read(Comparator.comparing((AppCandidate app) -> !exact.test(app))
                .thenComparing(AppCandidate.likeliestFirst(Optional.empty())), exact, _ -> false);
    }

    /** Entra shows an app's object id and its application id side by side, so users may enter either. */
    private SearchResult findById(String id) throws IOException, InterruptedException {
        GraphQuery other = GraphQuery.appsWithAppId(id);
        List<GraphQuery> queries = Stream
                .concat(Stream.of(GraphQuery.appWithId(id), other), AppTemplates.queries().stream())
                .toList();
        List<GraphResponse> answers = reader.query(queries);
        templates = AppTemplates.templates(lists, answers.subList(2, answers.size()));
        List<JsonObject> rows = answers.getFirst() instanceof GraphResponse.Failure(ErrorResponse error)
                && error.status() == 404
                        ? lists.firstPageOfRequired(other, answers.get(1))
                        : List.of(answers.getFirst().expectedBody());
        add(rows, true);
        return read(AppCandidate.likeliestFirst(Optional.empty()), _ -> true, _ -> false);
    }

    /**
     * Reads the likeliest candidates.
     *
     * @param order the likeliest first
     * @param likely which candidates are read whatever else is found
     * @param wanted which app ends the search when it is found
     */
    private SearchResult read(Comparator<AppCandidate> order, Predicate<AppCandidate> likely,
            Predicate<ProvisioningApp> wanted) throws IOException, InterruptedException {
        readPages(FIRST);
        List<AppCandidate> first = candidates.values().stream().sorted(order).limit(FIRST).toList();
        apps.readWithJobs(first);
        boolean found = apps.found().stream().anyMatch(wanted);
        if (!found) {
            readPages(MOST);
        }
        List<AppCandidate> others = candidates.values()
                .stream()
                .filter(app -> !first.contains(app))
                .sorted(order)
                .toList();
        List<AppCandidate> next = others.stream()
                .filter(app -> !found || likely.test(app))
                .limit(MOST - FIRST)
                .toList();
        boolean all = readNext(next) && next.size() == others.size() && !lists.isPartial();
        return result(all);
    }

    /** False if not all of them could be read; then what was found before is not lost. */
    private boolean readNext(List<AppCandidate> next) throws IOException, InterruptedException {
        try {
            return apps.readConnectionsFirst(next, true, MOST_WITH_JOBS);
        } catch (IOException e) {
            if (apps.found().isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private SearchResult result(boolean all) throws IOException, InterruptedException {
        if (apps.found().isEmpty()
                && apps.reason().filter(RetryPolicy::mayPass).filter(RetryingReader::isBrief).isPresent()) {
            apps.readAgainPatiently(apps.unread()
                    .stream()
                    .limit(FIRST)
                    .flatMap(app -> Stream.ofNullable(candidates.get(app.id())))
                    .toList());
        }
        if (apps.found().isEmpty() && lists.failure().isPresent()) {
            throw lists.failure().get();
        }
        // Where others can be read, one that does not look like Apple's app need not be the right one.
        boolean mayBeAnother = !apps.read().isEmpty()
                && apps.unread()
                        .stream()
                        .flatMap(app -> Stream.ofNullable(candidates.get(app.id())))
                        .noneMatch(AppCandidate::looksLikeApple);
        if (apps.found().isEmpty() && apps.reason().isPresent() && !mayBeAnother) {
            throw apps.reason().get();
        }
        int checked = apps.read().size() + apps.unread().size();
        return apps.result(all ? new Rest.Nothing() : new Rest.OtherNames(checked));
    }

    /** Reads a few more pages until enough candidates are known: a page can be shorter than was asked for. */
    private void readPages(int enough) throws InterruptedException {
        while (candidates.size() < enough && morePages > 0 && lists.hasNextPage()) {
            morePages--;
            add(lists.nextPage());
        }
    }

    private void add(List<JsonObject> rows) {
        add(rows, false);
    }

    private void add(List<JsonObject> rows, boolean chosenById) {
        for (JsonObject row : rows) {
            AppCandidate.of(row, templates, chosenById)
                    .ifPresent(candidate -> candidates.putIfAbsent(candidate.id(), candidate));
        }
    }

    private static boolean isWanted(ProvisioningApp app, Optional<Portal> portal) {
        return app.connection().hasToken() && (portal.isPresent()
                ? app.portal().equals(portal)
                : app.connection().baseAddress().filter(TenantUrl::isAtApple).isPresent());
    }
}
