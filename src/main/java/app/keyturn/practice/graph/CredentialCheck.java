package app.keyturn.practice.graph;

import app.keyturn.practice.apple.AppleScimService;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How Entra tests credentials: it queries a made-up user. The codes and texts of a failure are those that
 * administrators quote in public, for instance on Microsoft Learn, "Known issues and resolutions with SCIM 2.0 protocol
 * compliance" and in Microsoft Q&A.
 */
public final class CredentialCheck {
    /**
     * Why credentials failed.
     *
     * @param code of the error
     * @param message with the address and the response, never with the token
     */
    public record Failure(String code, String message) {
        /** Whether the application refused the token. */
        boolean isRefusedToken() {
            return code.equals(FAILURE) && message.contains(STATUS + "Unauthorized");
        }
    }

    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";
    private static final String STATUS = "Response Status Code: ";
    private static final String UNAVAILABLE = "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable";

    private final AppleScimService appleScim;

    /**
     * Creates a check.
     *
     * @param appleScim that is queried
     */
    public CredentialCheck(AppleScimService appleScim) {
        this.appleScim = appleScim;
    }

    /** Tests credentials; empty when they work. */
    public Optional<Failure> failure(Map<String, String> pairs) {
        String address = pairs.getOrDefault("BaseAddress", "");
        String token = pairs.getOrDefault("SecretToken", pairs.getOrDefault("Oauth2AccessToken", ""));
        return switch (appleScim.findUnknownUser(address, token)) {
            case OK -> Optional.empty();
            case UNAUTHORIZED -> Optional.of(new Failure(FAILURE, "While attempting to validate our authorization to "
                    + "access your application, we received this unexpected response: \r\n\r\n"
                    + response(address, "Unauthorized")));
            case NOT_FOUND -> Optional.of(new Failure(UNAVAILABLE, "We received this unexpected response from your "
                    + "application: \r\n\r\n" + response(address, "NotFound")));
            case UNREACHABLE -> Optional.of(new Failure(UNAVAILABLE, "We are not able to connect to your application "
                    + "while attempting to validate our authorization to access your application. Please ensure that "
                    + "you have provided valid credentials to the application and reach out to the application "
                    + "developer to diagnose why the authorization is failing."));
        };
    }

    private static String response(String address, String status) {
        return "Received response from Web resource.\r\n   Resource: " + usersQuery(address)
                + "\r\n   Operation: GET\r\n"
                + "   " + STATUS + status + "\r\n   Response Headers: Server: Apple\r\n"
                + "Cache-Control: no-store\r\n   Response Content: ";
    }

    private static String usersQuery(String address) {
        return address.replaceFirst("/?(\\?.*)?$", "") + "/Users?filter=userName+eq+\"" + UUID.randomUUID() + "\"";
    }
}
