package app.keyturn.entra.graph;

import static app.keyturn.entra.graph.GraphQuery.encoded;

/**
 * What is asked of Graph about enterprise apps, which it calls service principals. Forms: Microsoft Learn, "List
 * servicePrincipals" and "Use the $filter query parameter".
 */
final class AppQueries {
    private static final String APPS = "/servicePrincipals";
    private static final String FIELDS = "$select=id,displayName,applicationTemplateId";
    private static final String SMALL_PAGE = "&" + FIELDS + "&$top=100";
    private static final String LARGE_PAGE = FIELDS + "&$top=999";

    private AppQueries() {}

    /** Those whose names begin so. */
    static GraphQuery named(String beginning) {
        return filtered("startswith(displayName," + quoted(beginning) + ")");
    }

    /**
     * Those in whose names a word begins so.
     *
     * @param words letters, digits and spaces: other signs have meanings of their own in a search
     */
    static GraphQuery withWords(String words) {
        return GraphQuery.eventual(APPS + "?$search=" + encoded("\"displayName:" + words + "\"") + SMALL_PAGE);
    }

    /** Those made from this gallery template. */
    static GraphQuery madeFrom(String templateId) {
        return filtered("applicationTemplateId eq " + quoted(templateId));
    }

    /** The one with this application id. */
    static GraphQuery withAppId(String appId) {
        return filtered("appId eq " + quoted(appId));
    }

    /** The one with this object id: an object, not a list. */
    static GraphQuery withId(String id) {
        return GraphQuery.of(APPS + "/" + encoded(id) + "?" + FIELDS);
    }

    /** All that Entra's portal shows as enterprise apps, and how many they are. */
    static GraphQuery all() {
        String tagged = "tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')";
        return GraphQuery.eventual(APPS + "?$filter=" + encoded(tagged) + "&" + LARGE_PAGE + "&$count=true");
    }

    /** All there are, asked for in the plainest way. */
    static GraphQuery allWhatever() {
        return GraphQuery.of(APPS + "?" + LARGE_PAGE);
    }

    /** An app's connection. */
    static GraphQuery secrets(String id) {
        return GraphQuery.of(APPS + "/" + encoded(id) + "/synchronization/secrets");
    }

    /** An app's jobs. */
    static GraphQuery jobs(String id) {
        return GraphQuery.of(APPS + "/" + encoded(id) + "/synchronization/jobs");
    }

    private static GraphQuery filtered(String filter) {
        return GraphQuery.of(APPS + "?$filter=" + encoded(filter) + SMALL_PAGE);
    }

    private static String quoted(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }
}
