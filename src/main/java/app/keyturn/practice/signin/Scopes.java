package app.keyturn.practice.signin;

import app.keyturn.practice.server.PracticeHost;
import java.util.List;

/** What a program may ask for at sign-in. */
public final class Scopes {
    public static final String READ_APPLICATIONS = "Application.Read.All";
    public static final String SYNCHRONIZE = "Synchronization.ReadWrite.All";
    private static final String PREFIX = PracticeHost.GRAPH.origin() + "/";
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
