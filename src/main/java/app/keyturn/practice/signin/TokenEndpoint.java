package app.keyturn.practice.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.Sha256;
import app.keyturn.practice.signin.TokenStore.Code;
import app.keyturn.practice.signin.TokenStore.Grant;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Exchanges a code or a refresh token for tokens. Source: Microsoft Learn, "Microsoft identity platform and OAuth 2.0
 * authorization code flow"; the error numbers are those of "Microsoft Entra authentication and authorization error
 * codes".
 */
final class TokenEndpoint {
    private final TokenStore tokenStore;
    private final Clock clock;

    TokenEndpoint(TokenStore tokenStore, Clock clock) {
        this.tokenStore = tokenStore;
        this.clock = clock;
    }

    Response handle(Request request) {
        Map<String, String> form = request.form();
        if (!request.isPost() || form.getOrDefault("client_id", "").isEmpty()) {
            return error("invalid_request", 900144,
                    "AADSTS900144: The request body must contain the following parameter: 'client_id'.");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form);
            default -> error("unsupported_grant_type", 70003, "AADSTS70003: The app returned an unsupported grant.");
        };
    }

    private Response redeem(Map<String, String> form) {
        String text = form.getOrDefault("code", "");
        Optional<Code> found = tokenStore.code(text);
        if (found.isEmpty() || !found.get().request().clientId().equals(form.get("client_id"))) {
            return error("invalid_grant", 70000, "AADSTS70000: The provided value for the 'code' parameter is not "
                    + "valid.");
        }
        Code code = found.get();
        if (!code.request().redirectUri().equals(form.get("redirect_uri"))) {
            return error("invalid_grant", 500112, "AADSTS500112: The reply address does not match the reply address "
                    + "provided when requesting the authorization code.");
        }
        if (!code.request()
                .codeChallenge()
                .equals(challenge(tokenStore.rememberSecret(form.getOrDefault("code_verifier", ""))))) {
            return error("invalid_grant", 501481, "AADSTS501481: The Code_Verifier does not match the code_challenge "
                    + "supplied in the authorization request.");
        }
        if (tokenStore.isExpired(code.expires())) {
            return error("invalid_grant", 70008, "AADSTS70008: The provided authorization code or refresh token has "
                    + "expired due to inactivity.");
        }
        if (!tokenStore.redeem(text)) {
            return error("invalid_grant", 54005, "AADSTS54005: OAuth2 authorization code was already redeemed, please "
                    + "retry with a new valid code or use an existing refresh token.");
        }
        return tokens(grant(code, form));
    }

    private static Grant grant(Code code, Map<String, String> form) {
        return AuthorizeRequest.handlesChallenges(form) ? code.grant().handlingChallenges() : code.grant();
    }

    private Response refresh(Map<String, String> form) {
        Optional<Instant> revoked = tokenStore.revokedAt(form.getOrDefault("refresh_token", ""));
        if (revoked.isPresent()) {
            return error("invalid_grant", 50173, "AADSTS50173: The provided grant has expired due to it being revoked, "
                    + "a fresh auth token is needed. The TokensValidFrom date (before which tokens are not valid) for "
                    + "this user is '" + revoked.get() + "'.");
        }
        Optional<Grant> grant = tokenStore.refreshGrant(form.getOrDefault("refresh_token", ""))
                .filter(found -> found.clientId().equals(form.get("client_id")));
        return grant.map(this::tokens)
                .orElseGet(() -> error("invalid_grant", 70000,
                        "AADSTS70000: The provided value for the 'refresh_token' parameter is not valid."));
    }

    private Response tokens(Grant grant) {
        long seconds = tokenStore.accessLifetime().toSeconds();
        return json(200, Json.object("token_type", "Bearer", "scope", String.join(" ", grant.scopes()), "expires_in",
                seconds, "ext_expires_in", seconds, "access_token", tokenStore.issueAccessToken(grant), "refresh_token",
                tokenStore.issueRefreshToken(grant), "id_token", tokenStore.rememberSecret(idToken(grant)),
                "client_info",
                PracticeSignIn.clientInfo(grant.user())));
    }

    private String idToken(Grant grant) {
        PracticeUser user = grant.user();
        long now = clock.instant().getEpochSecond();
        JsonObject claims = Json.object("aud", grant.clientId(), "iss",
                PracticeHost.LOGIN.origin() + "/" + PracticeTenant.ID + "/v2.0", "iat", now, "nbf", now, "exp",
                now + tokenStore.accessLifetime().toSeconds(), "oid", user.objectId(), "sub", user.objectId(), "tid",
                PracticeTenant.ID, "name", user.displayName(), "preferred_username", user.userPrincipalName(), "ver",
                "2.0");
        return encode(Json.object("typ", "JWT", "alg", "none")) + "." + encode(claims) + ".practice";
    }

    private static String encode(JsonObject part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.text(part).getBytes(UTF_8));
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    Response error(String error, int number, String message) {
        return error(400, error, number, message);
    }

    Response error(int status, String error, int number, String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String timestamp = now.toString().replace('T', ' ');
        JsonArray numbers = new JsonArray();
        numbers.add(number);
        return json(status, Json.object("error", error, "error_description",
                message + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlation + "\r\nTimestamp: "
                        + timestamp,
                "error_codes", numbers, "timestamp", timestamp, "trace_id", trace, "correlation_id", correlation,
                "error_uri", PracticeHost.LOGIN.origin() + "/error?code=" + number));
    }

    private static Response json(int status, JsonObject body) {
        return Response.of(status, "application/json; charset=utf-8", Json.text(body))
                .with("Cache-Control", "no-store");
    }
}
