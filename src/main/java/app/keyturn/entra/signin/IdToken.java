package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.renewal.Account;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.util.Base64;
import java.util.Optional;

/**
 * Who signed in. Only the id token has the organisation: {@code tenantProfile()} of MSAL4J 1.26 is always null, since it
 * is created before the id token is known.
 */
final class IdToken {
    private IdToken() {}

    /** The account; empty if the answer does not name one. */
    static Optional<Account> account(IAuthenticationResult result) {
        if (result.account() == null || result.account().username() == null || result.idToken() == null) {
            return Optional.empty();
        }
        String[] parts = result.idToken().split("\\.", -1);
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""), UTF_8);
            return Optional.ofNullable(JsonParser.parseString(claims).getAsJsonObject().get("tid"))
                    .filter(JsonElement::isJsonPrimitive)
                    .map(tenantId -> new Account(result.account().username(), tenantId.getAsString()));
        } catch (IllegalArgumentException | IllegalStateException | JsonParseException notAnIdToken) {
            return Optional.empty();
        }
    }
}
