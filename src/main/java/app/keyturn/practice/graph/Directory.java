package app.keyturn.practice.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.apple.PracticePortal;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.signin.PracticeTenant;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The tenant's directory: the organisation, its applications, and the gallery that applications come from. */
public final class Directory {
    private final Map<String, EnterpriseApp> apps = new LinkedHashMap<>();
    private final boolean nameHidden;

    /**
     * Opens a directory.
     *
     * @param apps in the order in which they are listed
     * @param nameHidden whether nobody may read the organisation
     */
    public Directory(List<EnterpriseApp> apps, boolean nameHidden) {
        apps.forEach(app -> this.apps.put(app.id(), app));
        this.nameHidden = nameHidden;
    }

    EnterpriseApp app(String id) {
        return Optional.ofNullable(apps.get(id)).orElseThrow(() -> GraphException.notFound(id));
    }

    Response handle(Request request, List<String> segments) {
        if (!request.method().equals("GET")) {
            throw new GraphException(405, "Request_BadRequest", "Specified HTTP method is not allowed here.");
        }
        ODataQuery listing = new ODataQuery(request);
        String set = segments.getFirst();
        return switch (String.join("/", segments)) {
            case "organization" -> listing.page(set, List.of(organization()));
            case "applicationTemplates" -> listing.page(set, templates());
            case "servicePrincipals" ->
                listing.page(set, apps.values().stream().map(EnterpriseApp::properties).toList());
            default -> {
                if (segments.size() != 2 || !set.equals("servicePrincipals")) {
                    throw GraphException.badRequest("Resource not found for the segment '" + segments.getLast() + "'.");
                }
                yield listing.one(set, app(segments.get(1)).properties());
            }
        };
    }

    /** The gallery's id for a portal's application; Apple's real one is not known. */
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
