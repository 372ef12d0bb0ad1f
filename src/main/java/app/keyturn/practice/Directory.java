package app.keyturn.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The tenant's directory: the organisation, its applications, and the gallery that applications come from. */
final class Directory {
    private final Map<String, EnterpriseApp> apps = new LinkedHashMap<>();
    private final boolean nameHidden;

    /**
     * Opens a directory.
     *
     * @param apps in the order in which they are listed
     * @param nameHidden whether nobody may read the organisation
     */
    Directory(List<EnterpriseApp> apps, boolean nameHidden) {
        apps.forEach(app -> this.apps.put(app.id(), app));
        this.nameHidden = nameHidden;
    }

    EnterpriseApp app(String id) {
        return Optional.ofNullable(apps.get(id)).orElseThrow(() -> GraphProblem.notFound(id));
    }

    Answer answer(Request request, List<String> way) {
        if (!request.method().equals("GET")) {
            throw new GraphProblem(405, "Request_BadRequest", "Specified HTTP method is not allowed here.");
        }
        Listing listing = new Listing(request);
        String set = way.getFirst();
        return switch (String.join("/", way)) {
            case "organization" -> listing.page(set, List.of(organization()));
            case "applicationTemplates" -> listing.page(set, templates());
            case "servicePrincipals" -> listing.page(set, apps.values().stream().map(EnterpriseApp::facts).toList());
            default -> {
                if (way.size() != 2 || !set.equals("servicePrincipals")) {
                    throw GraphProblem.badRequest("Resource not found for the segment '" + way.getLast() + "'.");
                }
                yield listing.one(set, app(way.get(1)).facts());
            }
        };
    }

    /** The gallery's id for a portal's application; Apple's real one is not known. */
    static String templateId(Portal portal) {
        return UUID.nameUUIDFromBytes(portal.product().getBytes(UTF_8)).toString();
    }

    private JsonObject organization() {
        if (nameHidden) {
            throw GraphProblem.notAllowed();
        }
        return Json.object("id", Tenant.ID, "displayName", Tenant.DISPLAY_NAME, "verifiedDomains",
                List.of(Json.object("capabilities", "Email, OfficeCommunicationsOnline", "isDefault", true, "isInitial",
                        false, "name", Tenant.DOMAIN, "type", "Managed")));
    }

    private static List<JsonObject> templates() {
        return Stream.of(Portal.values())
                .map(portal -> Json.object("id", templateId(portal), "displayName", portal.product(), "publisher",
                        "Apple Inc.", "supportedProvisioningTypes", List.of("sync"), "supportedSingleSignOnModes",
                        List.of("oidc")))
                .toList();
    }
}
