package app.keyturn.practice.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request to the authorize page.
 *
 * <p>Source of the checks: Microsoft Learn, "Microsoft identity platform and OAuth 2.0 authorization code flow" and
 * "Microsoft Entra authentication and authorization error codes".
 *
 * @param clientId of the program
 * @param redirectUri where the response goes: this computer only
 * @param scopes requested
 * @param state that the response repeats
 * @param codeChallenge the SHA-256 of a text that only the program knows
 * @param handlesChallenges whether the program declares the capability {@code cp1}
 */
record AuthorizeRequest(String clientId, String redirectUri, List<String> scopes, String state, String codeChallenge,
        boolean handlesChallenges) {
    /** A request that is refused, with Microsoft's error text, which the user can look up. */
    static final class InvalidRequestException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidRequestException(String message) {
            super(message);
        }
    }

    /**
     * Reads and checks the parameters.
     *
     * @throws InvalidRequestException when Microsoft would refuse them
     */
    static AuthorizeRequest parse(Map<String, String> query) throws InvalidRequestException {
        AuthorizeRequest request = new AuthorizeRequest(required(query, "client_id"), required(query, "redirect_uri"),
                List.of(required(query, "scope").strip().split("\\s+", -1)), required(query, "state"),
                query.getOrDefault("code_challenge", ""), handlesChallenges(query));
        if (!isLoopback(request.redirectUri)) {
            throw new InvalidRequestException("AADSTS50011: The redirect URI '" + request.redirectUri
                    + "' specified in the request does not match the redirect URIs configured for the application.");
        }
        if (!required(query, "response_type").equals("code")) {
            throw new InvalidRequestException("AADSTS700054: response_type '" + query.get("response_type")
                    + "' is not enabled for the application.");
        }
        if (!required(query, "response_mode").equals("form_post")) {
            throw new InvalidRequestException("AADSTS70007: '" + query.get("response_mode")
                    + "' is not a supported value of 'response_mode' here.");
        }
        if (request.codeChallenge.isEmpty() || !query.getOrDefault("code_challenge_method", "").equals("S256")) {
            throw new InvalidRequestException("AADSTS9002325: Proof Key for Code Exchange with S256 is required.");
        }
        Optional<String> unknown = request.scopes.stream().filter(scope -> !Scopes.isKnown(scope)).findFirst();
        if (unknown.isPresent()) {
            throw new InvalidRequestException(
                    "AADSTS70011: The provided value for the input parameter 'scope' isn't valid. The scope "
                            + unknown.get() + " isn't valid.");
        }
        return request;
    }

    /** Whether the claims of a request, here or for a token, declare the capability to handle claims challenges. */
    static boolean handlesChallenges(Map<String, String> parameters) {
        String claims = parameters.getOrDefault("claims", "");
        return claims.contains("\"xms_cc\"") && claims.contains("\"cp1\"");
    }

    private static String required(Map<String, String> query, String name) throws InvalidRequestException {
        String value = query.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new InvalidRequestException(
                    "AADSTS900144: The request must contain the following parameter: '" + name + "'.");
        }
        return value;
    }

    private static boolean isLoopback(String address) {
        try {
            URI uri = new URI(address);
            return address.equals("http://localhost:" + uri.getPort()) && uri.getPort() > 0;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }
}
