package app.keyturn.renewal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The two claims of a JSON Web Token (RFC 7519) that show what a pasted text is. The signature is not checked, and a
 * text that is not a JWT is not an error.
 *
 * @param issuer {@code iss}
 * @param expires {@code exp}
 */
record Jwt(Optional<String> issuer, Optional<Instant> expires) {
    /** Issuers of Microsoft's tokens (Microsoft Learn, "Access tokens in the Microsoft identity platform"). */
    private static final Set<String> MICROSOFT = Set.of("sts.windows.net", "login.microsoftonline.com",
            "login.microsoftonline.us", "login.partner.microsoftonline.cn", "sts.chinacloudapi.cn", "login.live.com");

    /** In seconds since 1970. Anything larger is milliseconds, or nonsense. */
    private static final double YEAR_10000 = 253_402_300_800.0;

    /** Parses a text; empty if it is not a JWT. */
    static Optional<Jwt> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || object(parts[0]).isEmpty()) {
            return Optional.empty();
        }
        return object(parts[1]).map(claims -> new Jwt(string(claims, "iss"), seconds(claims, "exp")));
    }

    /** True if one of Microsoft's sign-in services issued it. */
    boolean issuedByMicrosoft() {
        return issuer.filter(Jwt::microsoftHost).isPresent();
    }

    private static boolean microsoftHost(String issuer) {
        try {
            String host = URI.create(issuer).getHost();
            return host != null && MICROSOFT.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static Optional<JsonObject> object(String part) {
        try {
            JsonElement json = JsonParser
                    .parseString(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            return json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty();
        } catch (IllegalArgumentException | JsonParseException | StackOverflowError notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> string(JsonObject claims, String name) {
        JsonElement claim = claims.get(name);
        return claim != null && claim.isJsonPrimitive() ? Optional.of(claim.getAsString()) : Optional.empty();
    }

    private static Optional<Instant> seconds(JsonObject claims, String name) {
        try {
            return string(claims, name).map(Double::parseDouble)
                    .filter(seconds -> seconds > 0 && seconds < YEAR_10000)
                    .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
        } catch (NumberFormatException notATime) {
            return Optional.empty();
        }
    }
}
