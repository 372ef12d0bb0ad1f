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
 * Finds apps by their names, templates and ids, which takes as many requests in an organisation with thousands of apps
 * as in one with five. Only the plain search by name has to be answered; the rest is a help.
 */
final class NamedSearch {
    private static final GraphQuery NAMED = GraphQuery.appsNamed("Apple");
    private static final GraphQuery WITH_WORD = GraphQuery.appsWithWords("Apple");

    private final GraphReader reader;
    private final AppleAppFilter finder;
    private final ListReader lists;
    private final Map<String, AppCandidate> candidates = new LinkedHashMap<>();

    NamedSearch(Graph graph, GraphReader reader, ProblemMapper problems) {
        this.reader = reader;
        this.finder = new AppleAppFilter(graph, reader, problems);
        this.lists = new ListReader(reader);
    }

    /** What to ask first to find Apple's apps. */
    static List<GraphQuery> forApples() {
        return Stream.concat(Stream.of(NAMED, WITH_WORD), AppTemplates.questions().stream()).toList();
    }

    /** Finds Apple's apps, from the answers to {@link #forApples()} on. */
    List<ProvisioningApp> apples(List<GraphResponse> answers) throws IOException, InterruptedException {
        List<JsonObject> named = lists.all(NAMED, answers.get(0));
        List<JsonObject> withWord = lists.ifGiven(WITH_WORD, answers.get(1));
        Set<String> templates = AppTemplates.templates(lists, answers.subList(2, answers.size()));
        add(named, templates, false);
        add(withWord, templates, false);
        List<GraphQuery> made = templates.stream().map(GraphQuery::appsMadeFrom).toList();
        List<GraphResponse> makes = reader.ask(made);
        for (int at = 0; at < made.size(); at++) {
            add(lists.ifGiven(made.get(at), makes.get(at)), templates, false);
        }
        return found();
    }

    /** Finds the apps that a person names. */
    List<ProvisioningApp> typed(SearchText typed) throws IOException, InterruptedException {
        if (typed.isNoName()) {
            return List.of();
        }
        return typed.id().isPresent() ? withId(typed.id().get()) : named(typed);
    }

    private List<ProvisioningApp> named(SearchText typed) throws IOException, InterruptedException {
        List<GraphQuery> questions = new ArrayList<>(List.of(GraphQuery.appsNamed(typed.text())));
        typed.words().map(GraphQuery::appsWithWords).ifPresent(questions::add);
        int gallery = questions.size();
        questions.addAll(AppTemplates.questions());
        List<GraphResponse> answers = reader.ask(questions);
        List<JsonObject> rows = new ArrayList<>(lists.all(questions.getFirst(), answers.getFirst()));
        for (int at = 1; at < gallery; at++) {
            rows.addAll(lists.ifGiven(questions.get(at), answers.get(at)));
        }
        add(rows, AppTemplates.templates(lists, answers.subList(gallery, answers.size())), false);
        return found();
    }

    /** Entra shows an app's object id and its application id side by side, and people take the one for the other. */
    private List<ProvisioningApp> withId(String id) throws IOException, InterruptedException {
        GraphQuery other = GraphQuery.appsWithAppId(id);
        List<GraphQuery> questions = Stream
                .concat(Stream.of(GraphQuery.appWithId(id), other), AppTemplates.questions().stream())
                .toList();
        List<GraphResponse> answers = reader.ask(questions);
        List<JsonObject> rows = answers.getFirst() instanceof GraphResponse.Refused(ErrorResponse refusal)
                && refusal.status() == 404
                        ? lists.all(other, answers.get(1))
                        : List.of(answers.getFirst().expectedBody());
        add(rows, AppTemplates.templates(lists, answers.subList(2, answers.size())), true);
        return found();
    }

    private void add(List<JsonObject> rows, Set<String> templates, boolean chosen) {
        for (JsonObject row : rows) {
            AppCandidate.of(row, templates, chosen)
                    .ifPresent(candidate -> candidates.putIfAbsent(candidate.id(), candidate));
        }
    }

    private List<ProvisioningApp> found() throws IOException, InterruptedException {
        List<ProvisioningApp> found = finder.look(candidates.values());
        if (found.isEmpty() && lists.firstFailure().isPresent()) {
            throw lists.firstFailure().get();
        }
        return found;
    }
}
