package app.keyturn.entra;

import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.Tenant;
import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.ServicePrincipalCollectionResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the organisation is called, and finds its apps. The name and the first page of the list are asked for in
 * one batch; where Graph does not take the batch, in a request each.
 */
final class TenantReader {
    private static final String NAME = "/organization?$select=displayName";
    /** Whether every national cloud takes batches is documented nowhere. */
    private static final Set<Integer> TAKES_NO_BATCH = Set.of(400, 404, 405, 501);

    private final Graph graph;
    private final Problems problems;

    TenantReader(Graph graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    Tenant read() throws IOException {
        List<BatchAnswer> answers;
        try {
            answers = graph.together(List.of(NAME, AppFinder.FIRST_PAGE));
        } catch (RefusedException e) {
            if (TAKES_NO_BATCH.contains(e.refusal().status())) {
                return tenant(() -> graph.organization(graph.at(NAME)),
                        () -> graph.servicePrincipals(graph.at(AppFinder.FIRST_PAGE)));
            }
            throw e;
        }
        return tenant(
                () -> graph.read(answers.getFirst(), OrganizationCollectionResponse::createFromDiscriminatorValue),
                () -> graph.read(answers.getLast(), ServicePrincipalCollectionResponse::createFromDiscriminatorValue));
    }

    private Tenant tenant(Asked<OrganizationCollectionResponse> organization,
            Asked<ServicePrincipalCollectionResponse> apps) throws IOException {
        Optional<String> name = name(organization);
        return new Tenant(name, new AppFinder(graph).find(apps.answer()));
    }

    private Optional<String> name(Asked<OrganizationCollectionResponse> organization) throws IOException {
        try {
            return Optional.ofNullable(organization.answer().getValue())
                    .flatMap(all -> all.stream().findFirst())
                    .map(Organization::getDisplayName);
        } catch (RefusedException e) {
            if (problems.of(e.refusal()) instanceof ServiceProblem service
                    && service.reason() == ServiceProblem.Reason.ROLE_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** An answer, here already or to be fetched. */
    @FunctionalInterface
    private interface Asked<T> {
        T answer() throws IOException;
    }
}
