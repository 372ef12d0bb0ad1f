package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A GET request to Microsoft Graph. Enterprise apps are called service principals there: Microsoft Learn, "List
 * servicePrincipals" and "Use the $filter query parameter".
 *
 * @param address relative to Graph's version; or absolute, if Graph gave it itself for the next page of a list
 * @param eventual whether the response may be some moments old. {@code $search} and {@code $count} require this header:
 *     Microsoft Learn, "Advanced query capabilities on Microsoft Entra ID objects"
 */
record GraphQuery(String address, boolean eventual) {
    private static final String APPS = "/servicePrincipals";
    private static final String FIELDS = "$select=id,displayName,applicationTemplateId";
    private static final String SMALL_PAGE = "&" + FIELDS + "&$top=100";
    private static final String LARGE_PAGE = FIELDS + "&$top=999";

    /** The organisation's name. */
    static final GraphQuery ORGANIZATION = new GraphQuery("/organization?$select=displayName", false);

    /** The gallery templates with exactly this name. */
    static GraphQuery templatesNamed(String name) {
        return new GraphQuery("/applicationTemplates?$filter=" + encoded("displayName eq '" + name + "'"), false);
    }

    /** The apps whose names begin like this. */
    static GraphQuery appsNamed(String beginning) {
        return filteredApps("startswith(displayName," + quoted(beginning) + ")");
    }

    /**
     * The apps with words in their names that begin like these.
     *
     * @param words letters, digits and spaces: other characters have a meaning of their own in a search
     */
    static GraphQuery appsWithWords(String words) {
        return new GraphQuery(APPS + "?$search=" + encoded("\"displayName:" + words + "\"") + SMALL_PAGE, true);
    }

    /** The apps made from this gallery template. */
    static GraphQuery appsMadeFrom(String templateId) {
        return filteredApps("applicationTemplateId eq " + quoted(templateId));
    }

    /** The app with this application id, as a list. */
    static GraphQuery appsWithAppId(String appId) {
        return filteredApps("appId eq " + quoted(appId));
    }

    /** The app with this object id: an object, not a list. */
    static GraphQuery appWithId(String id) {
        return new GraphQuery(APPS + "/" + encoded(id) + "?" + FIELDS, false);
    }

    /** Everything that Entra's portal shows as enterprise apps, with the total. */
    static GraphQuery enterpriseApps() {
        String tagged = "tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')";
        return new GraphQuery(APPS + "?$filter=" + encoded(tagged) + "&" + LARGE_PAGE + "&$count=true", true);
    }

    /** All service principals, without a filter: the fallback for {@link #enterpriseApps}. */
    static GraphQuery allApps() {
        return new GraphQuery(APPS + "?" + LARGE_PAGE, false);
    }

    /** An app's connection. */
    static GraphQuery secrets(String id) {
        return new GraphQuery(APPS + "/" + encoded(id) + "/synchronization/secrets", false);
    }

    /** An app's jobs. */
    static GraphQuery jobs(String id) {
        return new GraphQuery(APPS + "/" + encoded(id) + "/synchronization/jobs", false);
    }

    /** One job of an app. */
    static GraphQuery job(String id, String jobId) {
        return new GraphQuery(APPS + "/" + encoded(id) + "/synchronization/jobs/" + encoded(jobId), false);
    }

    private static GraphQuery filteredApps(String filter) {
        return new GraphQuery(APPS + "?$filter=" + encoded(filter) + SMALL_PAGE, false);
    }

    private static String quoted(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }

    /** A value for a URL: plain ASCII, without characters that have a meaning there. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
