package app.keyturn.practice;

import java.util.List;

/** What a program may ask for at sign-in. */
final class Scopes {
    static final String READ_APPLICATIONS = "Application.Read.All";
    static final String SYNCHRONIZE = "Synchronization.ReadWrite.All";
    private static final String PREFIX = Site.GRAPH.origin() + "/";
    private static final List<String> OPEN_ID = List.of("openid", "profile", "offline_access", "email");

    private Scopes() {}

    static boolean isKnown(String scope) {
        return OPEN_ID.contains(scope) || List.of(READ_APPLICATIONS, SYNCHRONIZE).contains(shortName(scope));
    }

    /** The name without the service that it belongs to. */
    static String shortName(String scope) {
        return scope.startsWith(PREFIX) ? scope.substring(PREFIX.length()) : scope;
    }
}
