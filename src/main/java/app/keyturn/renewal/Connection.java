package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An app's connection to Apple as Microsoft last showed it: every pair, in Microsoft's order, secrets masked.
 *
 * @param pairs all pairs, unknown keys included
 */
public record Connection(List<ConnectionPair> pairs) {
    public Connection {
        pairs = List.copyOf(pairs);
    }

    /**
     * The pairs Microsoft shows in clear: a save has to send them back unchanged. Not among them: the token; a pair
     * without a value, which a save would remove; and {@link #otherSignIn()}.
     */
    public List<ConnectionPair> readable() {
        return pairs.stream()
                .filter(pair -> !pair.masked() && !pair.value().isEmpty() && !isToken(pair) && !pair.isOfOAuth())
                .toList();
    }

    /**
     * Keys of another way of signing in whose values Microsoft shows: an OAuth sign-in that was tried once leaves them
     * beside the token. Microsoft answers a token together with them with HTTP 500, and drops both
     * (github.com/AzureAD/SCIMReferenceCode). So a save leaves them out, and the user is asked first.
     */
    public List<String> otherSignIn() {
        return pairs.stream()
                .filter(pair -> pair.isOfOAuth() && !pair.masked() && !pair.value().isEmpty())
                .map(ConnectionPair::key)
                .toList();
    }

    /** Keys other than the token's whose value Microsoft hides. A save cannot send them back, so the user is asked. */
    public List<String> hiddenKeys() {
        return pairs.stream().filter(pair -> pair.masked() && !isToken(pair)).map(ConnectionPair::key).toList();
    }

    /** Apple's address; empty if none is stored. */
    public Optional<TenantUrl> baseAddress() {
        return value(ConnectionPair.BASE_ADDRESS).filter(text -> !text.isBlank()).map(TenantUrl::new);
    }

    /** True if there already is a token. Keyturn renews; it never writes a token where there was none. */
    public boolean hasToken() {
        return value(ConnectionPair.SECRET_TOKEN).filter(text -> !text.isEmpty()).isPresent();
    }

    /** Who gets Microsoft's e-mail when the sync goes into quarantine. */
    public NotificationEmail notificationEmail() {
        return NotificationEmail.of(pair(ConnectionPair.NOTIFICATIONS));
    }

    /**
     * True if the app signs in to Apple with a token, so that there is one to renew. What the app says about its way of
     * signing in decides; if it says nothing, the token does, whatever else is stored beside it.
     */
    public boolean signsInByToken() {
        return hasToken() && pair(ConnectionPair.AUTHENTICATION_TYPE).filter(ConnectionPair::namesOAuth).isEmpty();
    }

    /**
     * True if both settings are there that Microsoft's portal sends with every save. A save without them is said to be
     * answered with a 204 and dropped (github.com/AzureAD/SCIMReferenceCode).
     */
    boolean hasPortalSettings() {
        return Stream.of(ConnectionPair.NOTIFICATIONS, ConnectionPair.SYNC_ALL)
                .allMatch(key -> value(key).filter(text -> !text.isEmpty()).isPresent());
    }

    private Optional<String> value(String key) {
        return pair(key).map(ConnectionPair::value);
    }

    private Optional<ConnectionPair> pair(String key) {
        return pairs.stream().filter(pair -> pair.hasKey(key)).findFirst();
    }

    private static boolean isToken(ConnectionPair pair) {
        return pair.hasKey(ConnectionPair.SECRET_TOKEN);
    }
}
