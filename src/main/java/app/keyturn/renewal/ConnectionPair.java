package app.keyturn.renewal;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Optional;

/**
 * A key and value of what Entra calls an app's synchronization secrets, exactly as Microsoft returned it.
 *
 * @param key for example {@code BaseAddress}; Microsoft may add keys unknown to this program, or spell known ones in
 *     another case
 * @param value the value, byte for byte; one asterisk stands for a secret that Microsoft does not show
 */
public record ConnectionPair(String key, String value) {
    /** The key of the token. */
    public static final String SECRET_TOKEN = "SecretToken";
    /** The key of Apple's address. */
    public static final String BASE_ADDRESS = "BaseAddress";

    /** The key of the recipients of Microsoft's warning e-mail; its value is JSON. */
    static final String NOTIFICATIONS = "SyncNotificationSettings";
    /** The key of the scope of the sync. The portal always sends it, and {@link #NOTIFICATIONS}. */
    static final String SYNC_ALL = "SyncAll";
    /** The key of the way of signing in to Apple, if there is a choice. */
    static final String AUTHENTICATION_TYPE = "AuthenticationType";

    /** What Microsoft returns in place of a secret. Sent back, it might become the secret. */
    static final String MASK = "*";

    private static final String OAUTH = "oauth";

    /** True if Microsoft hides the value. */
    public boolean masked() {
        return value.equals(MASK);
    }

    /** True if this pair has the key, in whatever case. */
    public boolean hasKey(String wanted) {
        return key.equalsIgnoreCase(wanted);
    }

    /** True if it belongs to signing in by OAuth (the keys of {@code synchronizationSecret} that begin Oauth2). */
    boolean isOfOAuth() {
        return comparableKey().startsWith(OAUTH);
    }

    /** True if its value names OAuth. */
    boolean namesOAuth() {
        return value.toLowerCase(Locale.ROOT).contains(OAUTH);
    }

    /** The key as it is compared: Microsoft may return it in another case than it was sent. */
    String comparableKey() {
        return key.toLowerCase(Locale.ROOT);
    }

    /**
     * True if both say the same: the same key, and a value that differs at most in what has no meaning. Microsoft may
     * re-serialise what it stores: the spaces and order of JSON, the case of a truth value, and in an address what
     * {@link TenantUrl} ignores.
     */
    boolean meansTheSameAs(ConnectionPair other) {
        return hasKey(other.key) && (value.equals(other.value) || (!masked() && !other.masked() && sameValue(other)));
    }

    private boolean sameValue(ConnectionPair other) {
        if (hasKey(BASE_ADDRESS)) {
            return new TenantUrl(value).meansTheSameAs(new TenantUrl(other.value));
        }
        Optional<JsonElement> json = json(value);
        return json.isPresent() && json.equals(json(other.value));
    }

    /** The value as JSON; empty if it is none, or a text, whose case and spaces may have a meaning. */
    private static Optional<JsonElement> json(String text) {
        try {
            String lowered = text.strip().toLowerCase(Locale.ROOT);
            if (lowered.equals("true") || lowered.equals("false")) {
                return Optional.of(new JsonPrimitive(Boolean.parseBoolean(lowered)));
            }
            return lowered.startsWith("{") || lowered.startsWith("[")
                    ? Optional.of(JsonParser.parseString(text))
                    : Optional.empty();
        } catch (JsonParseException | StackOverflowError notJson) {
            return Optional.empty();
        }
    }

    /** The key alone: a value may be a secret. */
    @Override
    public String toString() {
        return key;
    }
}
