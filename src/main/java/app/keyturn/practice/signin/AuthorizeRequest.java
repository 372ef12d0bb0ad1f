package app.keyturn.practice.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program asks of the authorize page.
 *
 * <p>Source of the checks: Microsoft Learn, "Microsoft identity platform and OAuth 2.0 authorization code flow" and
 * "Microsoft Entra authentication and authorization error codes".
 *
 * @param clientId of the program
 * @param redirectUri where its answer goes: this computer only
 * @param scopes that it wants
 * @param state which it gets back
 * @param codeChallenge the SHA-256 of a text that only it knows
 */
record AuthorizeRequest(String clientId, String redirectUri, List<String> scopes, String state, String codeChallenge) {
    /** Why a request is refused, in Microsoft's words, which a person may look up. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static AuthorizeRequest of(Map<String, String> query) throws Refused {
        AuthorizeRequest request = new AuthorizeRequest(need(query, "client_id"), need(query, "redirect_uri"),
                List.of(need(query, "scope").strip().split("\\s+", -1)), need(query, "state"),
                query.getOrDefault("code_challenge", ""));
        if (!isLoopback(request.redirectUri)) {
            throw new Refused("AADSTS50011: The redirect URI '" + request.redirectUri
                    + "' specified in the request does not match the redirect URIs configured for the application.");
        }
        if (!need(query, "response_type").equals("code")) {
            throw new Refused("AADSTS700054: response_type '" + query.get("response_type")
                    + "' is not enabled for the application.");
        }
        if (!need(query, "response_mode").equals("form_post")) {
            throw new Refused("AADSTS70007: '" + query.get("response_mode")
                    + "' is not a supported value of 'response_mode' here.");
        }
        if (request.codeChallenge.isEmpty() || !query.getOrDefault("code_challenge_method", "").equals("S256")) {
            throw new Refused("AADSTS9002325: Proof Key for Code Exchange with S256 is required.");
        }
        Optional<String> unknown = request.scopes.stream().filter(scope -> !Scopes.isKnown(scope)).findFirst();
        if (unknown.isPresent()) {
            throw new Refused("AADSTS70011: The provided value for the input parameter 'scope' isn't valid. The scope "
                    + unknown.get() + " isn't valid.");
        }
        return request;
    }

    private static String need(Map<String, String> query, String name) throws Refused {
        String value = query.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new Refused("AADSTS900144: The request must contain the following parameter: '" + name + "'.");
        }
        return value;
    }

    private static boolean isLoopback(String address) {
        try {
            URI uri = new URI(address);
            return address.equals("http://localhost:" + uri.getPort()) && uri.getPort() > 0;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
