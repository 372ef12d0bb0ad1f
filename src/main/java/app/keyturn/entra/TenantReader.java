package app.keyturn.entra;

import app.keyturn.renewal.Tenant;
import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the organisation is called, and finds its apps. The first questions for both are asked together. */
final class TenantReader {
    private static final Question NAME = Question.of("/organization?$select=displayName");

    private final Graph graph;
    private final Asking asking;
    private final Problems problems;

    TenantReader(Graph graph, Asking asking, Problems problems) {
        this.graph = graph;
        this.asking = asking;
        this.problems = problems;
    }

    Tenant read() throws IOException, InterruptedException {
        List<Question> questions = new ArrayList<>(List.of(NAME));
        questions.addAll(NamedSearch.forApples());
        List<GraphAnswer> answers = asking.ask(questions);
        Optional<String> name = name(answers.getFirst());
        return new Tenant(name, new NamedSearch(graph, asking, problems).apples(answers.subList(1, answers.size())));
    }

    private Optional<String> name(GraphAnswer answer) throws IOException {
        try {
            return Optional
                    .ofNullable(graph.read(answer.hopedFor(),
                            OrganizationCollectionResponse::createFromDiscriminatorValue).getValue())
                    .flatMap(all -> all.stream().findFirst())
                    .map(Organization::getDisplayName);
        } catch (RefusedException e) {
            if (problems.isSignInEnded(e.refusal())) {
                throw e;
            }
            // Only what the organisation is called is missing; its domain can stand there.
            return Optional.empty();
        } catch (StrangeAnswerException _) {
            return Optional.empty();
        }
    }
}
