package app.keyturn.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a save: every readable pair of a connection, and the new token. The token is not copied.
 *
 * @param readable the pairs to send back unchanged; never masked, never the token
 * @param token the new token
 */
public record Credentials(List<ConnectionPair> readable, ScimToken token) {
    public Credentials {
        readable = List.copyOf(readable);
        if (readable.stream().anyMatch(pair -> pair.masked() || pair.hasKey(ConnectionPair.SECRET_TOKEN))) {
            throw new IllegalArgumentException("A masked value or a token is not a readable pair");
        }
    }

    /**
     * The connection as read, with the new token.
     *
     * @param corrected the address the user agreed to, or null to keep the stored one byte for byte
     */
    static Credentials renewing(Connection connection, ScimToken token, @Nullable TenantUrl corrected) {
        if (corrected == null) {
            return new Credentials(connection.readable(), token);
        }
        List<ConnectionPair> pairs = new ArrayList<>();
        pairs.add(new ConnectionPair(ConnectionPair.BASE_ADDRESS, corrected.text()));
        connection.readable()
                .stream()
                .filter(pair -> !pair.hasKey(ConnectionPair.BASE_ADDRESS))
                .forEach(pairs::add);
        return new Credentials(pairs, token);
    }

    /**
     * The address and the token alone, for a test only: what Microsoft must understand of these credentials to ask
     * Apple about the token.
     */
    Credentials addressAndToken() {
        return new Credentials(
                readable.stream().filter(pair -> pair.hasKey(ConnectionPair.BASE_ADDRESS)).toList(), token);
    }

    /** True if both send the same pairs and the same token; the order of the pairs does not matter. */
    boolean sendsTheSameAs(Credentials other) {
        return token == other.token && Set.copyOf(readable).equals(Set.copyOf(other.readable));
    }

    /** True if both mean the same, however Microsoft has written the values. */
    boolean meansTheSameAs(Credentials other) {
        return token == other.token && readable.size() == other.readable.size()
                && readable.stream().allMatch(pair -> other.readable.stream().anyMatch(pair::meansTheSameAs));
    }

    /** The keys alone. */
    @Override
    public String toString() {
        return "Credentials" + readable + " and a token";
    }
}
