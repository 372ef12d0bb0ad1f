package app.keyturn.entra;

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
    private static final Question NAMED = AppQuestions.named("Apple");
    private static final Question WITH_WORD = AppQuestions.withWords("Apple");

    private final Asking asking;
    private final AppFinder finder;
    private final Lists lists;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    NamedSearch(Graph graph, Asking asking, Problems problems) {
        this.asking = asking;
        this.finder = new AppFinder(graph, asking, problems);
        this.lists = new Lists(asking);
    }

    /** What to ask first to find Apple's apps. */
    static List<Question> forApples() {
        return Stream.concat(Stream.of(NAMED, WITH_WORD), Gallery.questions().stream()).toList();
    }

    /** Finds Apple's apps, from the answers to {@link #forApples()} on. */
    List<ProvisioningApp> apples(List<GraphAnswer> answers) throws IOException, InterruptedException {
        List<JsonObject> named = lists.all(NAMED, answers.get(0));
        List<JsonObject> withWord = lists.ifGiven(WITH_WORD, answers.get(1));
        Set<String> templates = Gallery.templates(lists, answers.subList(2, answers.size()));
        add(named, templates, false);
        add(withWord, templates, false);
        List<Question> made = templates.stream().map(AppQuestions::madeFrom).toList();
        List<GraphAnswer> makes = asking.ask(made);
        for (int at = 0; at < made.size(); at++) {
            add(lists.ifGiven(made.get(at), makes.get(at)), templates, false);
        }
        return found();
    }

    /** Finds the apps that a person names. */
    List<ProvisioningApp> typed(TypedText typed) throws IOException, InterruptedException {
        if (typed.isNoName()) {
            return List.of();
        }
        return typed.id().isPresent() ? withId(typed.id().get()) : named(typed);
    }

    private List<ProvisioningApp> named(TypedText typed) throws IOException, InterruptedException {
        List<Question> questions = new ArrayList<>(List.of(AppQuestions.named(typed.text())));
        typed.words().map(AppQuestions::withWords).ifPresent(questions::add);
        int gallery = questions.size();
        questions.addAll(Gallery.questions());
        List<GraphAnswer> answers = asking.ask(questions);
        List<JsonObject> rows = new ArrayList<>(lists.all(questions.getFirst(), answers.getFirst()));
        for (int at = 1; at < gallery; at++) {
            rows.addAll(lists.ifGiven(questions.get(at), answers.get(at)));
        }
        add(rows, Gallery.templates(lists, answers.subList(gallery, answers.size())), false);
        return found();
    }

    /** Entra shows an app's object id and its application id side by side, and people take the one for the other. */
    private List<ProvisioningApp> withId(String id) throws IOException, InterruptedException {
        Question other = AppQuestions.withAppId(id);
        List<Question> questions = Stream
                .concat(Stream.of(AppQuestions.withId(id), other), Gallery.questions().stream())
                .toList();
        List<GraphAnswer> answers = asking.ask(questions);
        List<JsonObject> rows = answers.getFirst() instanceof GraphAnswer.Refused(Refusal refusal)
                && refusal.status() == 404
                        ? lists.all(other, answers.get(1))
                        : List.of(answers.getFirst().hopedFor());
        add(rows, Gallery.templates(lists, answers.subList(2, answers.size())), true);
        return found();
    }

    private void add(List<JsonObject> rows, Set<String> templates, boolean chosen) {
        for (JsonObject row : rows) {
            Candidate.of(row, templates, chosen)
                    .ifPresent(candidate -> candidates.putIfAbsent(candidate.id(), candidate));
        }
    }

    private List<ProvisioningApp> found() throws IOException, InterruptedException {
        List<ProvisioningApp> found = finder.look(candidates.values());
        if (found.isEmpty() && lists.unheard().isPresent()) {
            throw lists.unheard().get();
        }
        return found;
    }
}
