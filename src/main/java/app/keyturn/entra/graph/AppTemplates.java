package app.keyturn.entra.graph;

import app.keyturn.renewal.Portal;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Apple's apps in Microsoft's gallery. The ids of their templates are not documented, so they are looked up by name,
 * one name a query: Microsoft Learn shows that form ("Configure SAML-based single sign-on for your application using
 * the Microsoft Graph API") and says that others are limited ("List applicationTemplates").
 */
final class AppTemplates {
    /** The names, and each one's portal: Apple Business Manager became Apple Business. */
    private static final Map<String, Portal> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("Apple School Manager", Portal.SCHOOL);
        NAMES.put("Apple Business Manager", Portal.BUSINESS);
        NAMES.put("Apple Business", Portal.BUSINESS);
    }

    private AppTemplates() {}

    /** One query for each name. */
    static List<GraphQuery> queries() {
        return NAMES.keySet().stream().map(GraphQuery::templatesNamed).toList();
    }

    /**
     * The ids in the responses to {@link #queries()}, with each one's portal. The gallery is optional: a query that
     * fails finds nothing.
     */
    static Map<String, Portal> templates(ListReader lists, List<GraphResponse> answers) throws IOException {
        Map<String, Portal> ids = new LinkedHashMap<>();
        List<GraphQuery> queries = queries();
        for (int at = 0; at < queries.size(); at++) {
            for (JsonObject template : lists.firstPage(queries.get(at), answers.get(at))) {
                Optional<Portal> portal = PagedList.text(template, "displayName").flatMap(AppTemplates::portalOfName);
                Optional<String> id = PagedList.text(template, "id").filter(SearchText::isId);
                if (portal.isPresent() && id.isPresent()) {
                    ids.put(normalized(id.get()), portal.get());
                }
            }
        }
        return ids;
    }

    /** The beginnings of Apple's names, as short a list as covers all of them. */
    static List<String> beginnings() {
        return List.of("Apple School Manager", "Apple Business");
    }

    /** True if an app's name begins with one of Apple's. */
    static boolean hasAppleName(String app) {
        return NAMES.keySet().stream().anyMatch(name -> app.regionMatches(true, 0, name, 0, name.length()));
    }

    /** The portal of an app that has exactly one of Apple's names; empty if it has another one. */
    static Optional<Portal> portalOfName(String app) {
        return NAMES.entrySet()
                .stream()
                .filter(name -> name.getKey().equalsIgnoreCase(app))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** An id in the form in which ids are compared. */
    static String normalized(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
