package app.keyturn.entra;

import static app.keyturn.entra.Question.encoded;

/**
 * What is asked of Graph about enterprise apps, which it calls service principals. Forms: Microsoft Learn, "List
 * servicePrincipals" and "Use the $filter query parameter".
 */
final class AppQuestions {
    private static final String APPS = "/servicePrincipals";
    private static final String FIELDS = "$select=id,displayName,applicationTemplateId";
    private static final String SMALL_PAGE = "&" + FIELDS + "&$top=100";
    private static final String LARGE_PAGE = FIELDS + "&$top=999";

    private AppQuestions() {}

    /** Those whose names begin so. */
    static Question named(String beginning) {
        return filtered("startswith(displayName," + quoted(beginning) + ")");
    }

    /**
     * Those in whose names a word begins so.
     *
     * @param words letters, digits and spaces: other signs have meanings of their own in a search
     */
    static Question withWords(String words) {
        return Question.eventual(APPS + "?$search=" + encoded("\"displayName:" + words + "\"") + SMALL_PAGE);
    }

    /** Those made from this gallery template. */
    static Question madeFrom(String templateId) {
        return filtered("applicationTemplateId eq " + quoted(templateId));
    }

    /** The one with this application id. */
    static Question withAppId(String appId) {
        return filtered("appId eq " + quoted(appId));
    }

    /** The one with this object id: an object, not a list. */
    static Question withId(String id) {
        return Question.of(APPS + "/" + encoded(id) + "?" + FIELDS);
    }

    /** All that Entra's portal shows as enterprise apps, and how many they are. */
    static Question all() {
        String tagged = "tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')";
        return Question.eventual(APPS + "?$filter=" + encoded(tagged) + "&" + LARGE_PAGE + "&$count=true");
    }

    /** All there are, asked for in the plainest way. */
    static Question allWhatever() {
        return Question.of(APPS + "?" + LARGE_PAGE);
    }

    /** An app's connection. */
    static Question secrets(String id) {
        return Question.of(APPS + "/" + encoded(id) + "/synchronization/secrets");
    }

    /** An app's jobs. */
    static Question jobs(String id) {
        return Question.of(APPS + "/" + encoded(id) + "/synchronization/jobs");
    }

    private static Question filtered(String filter) {
        return Question.of(APPS + "?$filter=" + encoded(filter) + SMALL_PAGE);
    }

    private static String quoted(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }
}
