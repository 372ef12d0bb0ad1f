package app.keyturn.practice.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.apple.PracticePortal;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.Switches;
import app.keyturn.practice.signin.PracticeTenant;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The tenant's directory: the organisation, its applications, and the gallery they come from. */
public final class Directory {
    private final Map<String, EnterpriseApp> apps = new LinkedHashMap<>();
    private final boolean nameHidden;

    /**
     * Creates a directory.
     *
     * @param apps in the order in which they are listed
     * @param switches whether reading the organisation is refused
     */
    public Directory(List<EnterpriseApp> apps, Switches switches) {
        apps.forEach(app -> this.apps.put(app.id(), app));
        this.nameHidden = switches.get(GraphSettings.NAME_HIDDEN);
    }

    EnterpriseApp app(String id) {
        return Optional.ofNullable(apps.get(id)).orElseThrow(() -> GraphException.notFound(id));
    }

    Response handle(Request request, List<String> segments) {
        if (!request.method().equals("GET")) {
            throw new GraphException(405, "Request_BadRequest", "Specified HTTP method is not allowed here.");
        }
        ODataQuery query = new ODataQuery(request);
        String entitySet = segments.getFirst();
        return switch (String.join("/", segments)) {
            case "organization" -> query.page(entitySet, List.of(organization()));
            case "applicationTemplates" -> query.page(entitySet, templates());
            case "servicePrincipals" ->
                query.page(entitySet, apps.values().stream().map(EnterpriseApp::properties).toList());
            default -> {
                if (segments.size() != 2 || !entitySet.equals("servicePrincipals")) {
                    throw GraphException.badRequest("Resource not found for the segment '" + segments.getLast() + "'.");
                }
                yield query.one(entitySet, app(segments.get(1)).properties());
            }
        };
    }

    /** The gallery's ID for a portal's application; Apple's real one is not known. */
    public static String templateId(PracticePortal portal) {
        return UUID.nameUUIDFromBytes(portal.product().getBytes(UTF_8)).toString();
    }

    private JsonObject organization() {
        if (nameHidden) {
            throw GraphException.forbidden();
        }
        return Json.object("id", PracticeTenant.ID, "displayName", PracticeTenant.DISPLAY_NAME, "verifiedDomains",
                List.of(Json.object("capabilities", "Email, OfficeCommunicationsOnline", "isDefault", true, "isInitial",
                        false, "name", PracticeTenant.DOMAIN, "type", "Managed")));
    }

    private static List<JsonObject> templates() {
        return Stream.of(PracticePortal.values())
                .map(portal -> Json.object("id", templateId(portal), "displayName", portal.product(), "publisher",
                        "Apple Inc.", "supportedProvisioningTypes", List.of("sync"), "supportedSingleSignOnModes",
                        List.of("oidc")))
                .toList();
    }
}
