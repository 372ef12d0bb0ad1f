package app.keyturn.entra;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.TenantUrl;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.ServicePrincipalCollectionResponse;
import com.microsoft.graph.models.SynchronizationJobCollectionResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the apps that send accounts to Apple. They are looked for by name, since their template's id is published
 * nowhere, and told by their address, since a name says little.
 */
final class AppFinder {
    /** Finds "Apple School Manager", "Apple Business Manager" and "Apple Business", and others that are dropped. */
    static final String FIRST_PAGE = "/servicePrincipals?$filter=startswith(displayName,'Apple')"
            + "&$select=id,displayName&$top=100";

    /** How the names of Apple's apps begin; "Apple Business Manager" among them. */
    private static final List<String> NAMES = List.of("Apple School Manager", "Apple Business");

    private final Graph graph;

    AppFinder(Graph graph) {
        this.graph = graph;
    }

    /**
     * Looks through all apps with the name, from the answer to {@link #FIRST_PAGE} on. An app whose owner is somebody
     * else may be closed to this account; that counts only if no other app is left.
     */
    List<ProvisioningApp> find(ServicePrincipalCollectionResponse firstPage) throws IOException {
        List<ProvisioningApp> found = new ArrayList<>();
        Optional<RefusedException> closed = Optional.empty();
        for (ServicePrincipal candidate : named(firstPage)) {
            try {
                look(candidate).ifPresent(found::add);
            } catch (RefusedException e) {
                if (e.refusal().status() != 401 && e.refusal().status() != 403) {
                    throw e;
                }
                closed = Optional.of(e);
            }
        }
        if (found.isEmpty() && closed.isPresent()) {
            throw closed.get();
        }
        return found;
    }

    private List<ServicePrincipal> named(ServicePrincipalCollectionResponse firstPage) throws IOException {
        List<ServicePrincipal> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ServicePrincipalCollectionResponse page = firstPage;
        while (true) {
            if (page.getValue() == null) {
                throw new StrangeAnswerException("A list without a list");
            }
            all.addAll(page.getValue());
            String next = page.getOdataNextLink();
            if (next == null) {
                return all;
            }
            if (!seen.add(next)) {
                throw new StrangeAnswerException("A list without an end");
            }
            page = graph.servicePrincipals(next);
        }
    }

    private Optional<ProvisioningApp> look(ServicePrincipal candidate) throws IOException {
        String id = candidate.getId();
        if (id == null) {
            return Optional.empty();
        }
        try {
            Connection connection = SecretsJson.read(graph.secrets(id));
            if (!concernsApple(candidate, connection)) {
                return Optional.empty();
            }
            String name = candidate.getDisplayName();
            return Optional.of(new ProvisioningApp(id, name == null ? id : name, connection, jobs(id)));
        } catch (RefusedException e) {
            if (e.refusal().status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<SyncJob> jobs(String appId) throws IOException {
        try {
            SynchronizationJobCollectionResponse answer = graph.ask(() -> graph.jobs(appId).get());
            if (answer.getValue() == null) {
                throw new StrangeAnswerException("A list without a list");
            }
            return answer.getValue().stream().flatMap(job -> Jobs.read(job).stream()).toList();
        } catch (RefusedException e) {
            if (e.refusal().status() == 404) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * True if it leads to Apple, or if it is a connection of another kind that is worth an explanation. One that is
     * called like Apple's and has a token, but leads elsewhere, is kept: the person is asked about its address.
     */
    private static boolean concernsApple(ServicePrincipal candidate, Connection connection) {
        Optional<TenantUrl> address = connection.baseAddress();
        return connection.usesOAuth()
                || (connection.hasToken() && (address.isEmpty() || isCalledLikeApples(candidate)))
                || address.filter(AppFinder::atApple).isPresent();
    }

    private static boolean isCalledLikeApples(ServicePrincipal candidate) {
        String name = candidate.getDisplayName();
        return name != null && NAMES.stream().anyMatch(known -> name.regionMatches(true, 0, known, 0, known.length()));
    }

    private static boolean atApple(TenantUrl address) {
        Optional<String> host = host(address);
        return host.isPresent()
                && Arrays.stream(Portal.values()).anyMatch(portal -> host.equals(host(portal.tenantUrl())));
    }

    private static Optional<String> host(TenantUrl address) {
        // Flags may hold what no address may.
        int flags = address.text().indexOf('?');
        String place = flags < 0 ? address.text() : address.text().substring(0, flags);
        try {
            return Optional.ofNullable(new URI(place.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
