package app.keyturn.practice.signin;

import app.keyturn.practice.server.PracticeHost;
import java.util.List;

/** The scopes that a program can request. */
public final class Scopes {
    public static final String READ_APPLICATIONS = "Application.Read.All";
    public static final String SYNCHRONIZE = "Synchronization.ReadWrite.All";
    private static final String PREFIX = PracticeHost.GRAPH.origin() + "/";
    private static final List<String> OPEN_ID = List.of("openid", "profile", "offline_access", "email");

    private Scopes() {}

    static boolean isKnown(String scope) {
        return OPEN_ID.contains(scope) || List.of(READ_APPLICATIONS, SYNCHRONIZE).contains(shortName(scope));
    }

    /** The name without the address of the service. */
    static String shortName(String scope) {
        return scope.startsWith(PREFIX) ? scope.substring(PREFIX.length()) : scope;
    }
}
