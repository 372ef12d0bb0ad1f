package app.keyturn.entra.graph;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Apple's apps in Microsoft's gallery. The ids of their templates are not documented, so they are looked up by name,
 * one name a query: Microsoft Learn shows that form ("Configure SAML-based single sign-on for your application using
 * the Microsoft Graph API") and says that others are limited ("List applicationTemplates").
 */
final class AppTemplates {
    private static final List<String> NAMES = List.of("Apple School Manager", "Apple Business Manager",
            "Apple Business");

    private AppTemplates() {}

    /** One query for each name. */
    static List<GraphQuery> queries() {
        return NAMES.stream()
                .map(GraphQuery::templatesNamed)
                .toList();
    }

    /** The ids in the responses to {@link #queries()}. The gallery is optional: a query that fails finds nothing. */
    static Set<String> templates(ListReader lists, List<GraphResponse> answers)
            throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        List<GraphQuery> queries = queries();
        for (int at = 0; at < queries.size(); at++) {
            for (JsonObject template : lists.allOrEmpty(queries.get(at), answers.get(at))) {
                if (PagedList.text(template, "displayName").filter(AppTemplates::isTemplateName).isPresent()) {
                    PagedList.text(template, "id")
                            .filter(SearchText::isId)
                            .map(AppTemplates::normalized)
                            .ifPresent(ids::add);
                }
            }
        }
        return ids;
    }

    /** True if an app's name begins with one of Apple's. */
    static boolean hasAppleName(String app) {
        return NAMES.stream().anyMatch(name -> app.regionMatches(true, 0, name, 0, name.length()));
    }

    /** An id in the form in which ids are compared. */
    static String normalized(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static boolean isTemplateName(String template) {
        return NAMES.stream().anyMatch(template::equalsIgnoreCase);
    }
}
