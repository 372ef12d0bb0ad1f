package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Tenant;
import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the organisation's name, and finds its apps. The first queries for both go into one batch. */
final class TenantReader {
    private final Graph graph;
    private final GraphReader reader;
    private final ProblemMapper problems;

    TenantReader(Graph graph, GraphReader reader, ProblemMapper problems) {
        this.graph = graph;
        this.reader = reader;
        this.problems = problems;
    }

    /**
     * Reads.
     *
     * @param portal whose app is wanted; empty if any is
     */
    Tenant read(Optional<Portal> portal) throws IOException, InterruptedException {
        List<GraphQuery> queries = new ArrayList<>(List.of(GraphQuery.ORGANIZATION));
        queries.addAll(NamedSearch.appleQueries());
        List<GraphResponse> answers = reader.query(queries);
        Optional<String> name = name(answers.getFirst());
        return new Tenant(name,
                new NamedSearch(reader, problems).findApple(answers.subList(1, answers.size()), portal));
    }

    private Optional<String> name(GraphResponse answer) throws IOException {
        try {
            return Optional
                    .ofNullable(graph.read(answer.expectedBody(),
                            OrganizationCollectionResponse::createFromDiscriminatorValue).getValue())
                    .flatMap(all -> all.stream().findFirst())
                    .map(Organization::getDisplayName);
        } catch (IOException e) {
            if (e instanceof ErrorResponseException refused && problems.isSignInEnded(refused.response())) {
                throw e;
            }
            // Only the organisation's name is missing; its domain can be shown instead.
            return Optional.empty();
        }
    }
}
