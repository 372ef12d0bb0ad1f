package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.renewal.ProvisioningApp;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds apps by name, template and id, with the same number of requests in an organisation with five apps as with
 * thousands. Only the plain search by name has to succeed; the others are optional.
 */
final class NamedSearch {
    private static final GraphQuery NAMED = GraphQuery.appsNamed("Apple");
    private static final GraphQuery WITH_WORD = GraphQuery.appsWithWords("Apple");

    private final GraphReader reader;
    private final AppleAppFilter appleApps;
    private final ListReader lists;
    private final Map<String, AppCandidate> candidates = new LinkedHashMap<>();

    NamedSearch(GraphReader reader, ProblemMapper problems) {
        this.reader = reader;
        this.appleApps = new AppleAppFilter(reader, problems);
        this.lists = new ListReader(reader);
    }

    /** The first queries to find Apple's apps. */
    static List<GraphQuery> appleQueries() {
        return Stream.concat(Stream.of(NAMED, WITH_WORD), AppTemplates.queries().stream()).toList();
    }

    /** Finds Apple's apps, given the responses to {@link #appleQueries()}. */
    List<ProvisioningApp> findApple(List<GraphResponse> answers) throws IOException, InterruptedException {
        List<JsonObject> named = lists.all(NAMED, answers.get(0));
        List<JsonObject> withWord = lists.allOrEmpty(WITH_WORD, answers.get(1));
        Set<String> templates = AppTemplates.templates(lists, answers.subList(2, answers.size()));
        add(named, templates, false);
        add(withWord, templates, false);
        List<GraphQuery> templateQueries = templates.stream().map(GraphQuery::appsMadeFrom).toList();
        List<GraphResponse> templateResponses = reader.query(templateQueries);
        for (int at = 0; at < templateQueries.size(); at++) {
            add(lists.allOrEmpty(templateQueries.get(at), templateResponses.get(at)), templates, false);
        }
        return found();
    }

    /** Finds the apps that the user searches for. */
    List<ProvisioningApp> find(SearchText typed) throws IOException, InterruptedException {
        if (typed.isNotAName()) {
            return List.of();
        }
        return typed.id().isPresent() ? findById(typed.id().get()) : findByName(typed);
    }

    private List<ProvisioningApp> findByName(SearchText typed) throws IOException, InterruptedException {
        List<GraphQuery> queries = new ArrayList<>(List.of(GraphQuery.appsNamed(typed.text())));
        typed.words().map(GraphQuery::appsWithWords).ifPresent(queries::add);
        int gallery = queries.size();
        queries.addAll(AppTemplates.queries());
        List<GraphResponse> answers = reader.query(queries);
        List<JsonObject> rows = new ArrayList<>(lists.all(queries.getFirst(), answers.getFirst()));
        for (int at = 1; at < gallery; at++) {
            rows.addAll(lists.allOrEmpty(queries.get(at), answers.get(at)));
        }
        add(rows, AppTemplates.templates(lists, answers.subList(gallery, answers.size())), false);
        return found();
    }

    /** Entra shows an app's object id and its application id side by side, so users may enter either. */
    private List<ProvisioningApp> findById(String id) throws IOException, InterruptedException {
        GraphQuery other = GraphQuery.appsWithAppId(id);
        List<GraphQuery> queries = Stream
                .concat(Stream.of(GraphQuery.appWithId(id), other), AppTemplates.queries().stream())
                .toList();
        List<GraphResponse> answers = reader.query(queries);
        List<JsonObject> rows = answers.getFirst() instanceof GraphResponse.Failure(ErrorResponse error)
                && error.status() == 404
                        ? lists.all(other, answers.get(1))
                        : List.of(answers.getFirst().expectedBody());
        add(rows, AppTemplates.templates(lists, answers.subList(2, answers.size())), true);
        return found();
    }

    private void add(List<JsonObject> rows, Set<String> templates, boolean chosenById) {
        for (JsonObject row : rows) {
            AppCandidate.of(row, templates, chosenById)
                    .ifPresent(candidate -> candidates.putIfAbsent(candidate.id(), candidate));
        }
    }

    private List<ProvisioningApp> found() throws IOException, InterruptedException {
        List<ProvisioningApp> found = appleApps.filter(candidates.values());
        if (found.isEmpty() && lists.firstFailure().isPresent()) {
            throw lists.firstFailure().get();
        }
        return found;
    }
}
