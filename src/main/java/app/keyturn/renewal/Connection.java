package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;

/**
 * An app's connection to Apple as Microsoft last showed it: every pair, in Microsoft's order, secrets masked.
 *
 * @param pairs all pairs, unknown keys included
 */
public record Connection(List<ConnectionPair> pairs) {
    public Connection {
        pairs = List.copyOf(pairs);
    }

    /** The pairs Microsoft shows in clear: a save has to send them back unchanged. The token is never among them. */
    public List<ConnectionPair> readable() {
        return pairs.stream().filter(pair -> !pair.masked() && !isToken(pair)).toList();
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

    /** True if this connection uses OAuth, so that there is no token to renew. */
    public boolean usesOAuth() {
        return pairs.stream().anyMatch(pair -> pair.key().startsWith("Oauth2"));
    }

    private Optional<String> value(String key) {
        return pair(key).map(ConnectionPair::value);
    }

    private Optional<ConnectionPair> pair(String key) {
        return pairs.stream().filter(pair -> pair.key().equals(key)).findFirst();
    }

    private static boolean isToken(ConnectionPair pair) {
        return pair.key().equals(ConnectionPair.SECRET_TOKEN);
    }
}
