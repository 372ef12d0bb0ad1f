package app.keyturn.update;

import java.net.URI;
import java.util.Optional;

/**
 * Where releases of this program are published. Both addresses are part of the build; nothing that is read later can
 * change them.
 *
 * @param feed answers which release is the latest
 * @param page shows that release to users
 */
public record ReleaseUrls(URI feed, URI page) {
    /** The two addresses; empty unless both are https and carry no user, query or fragment. */
    public static Optional<ReleaseUrls> of(String feed, String page) {
        return address(feed).flatMap(asked -> address(page).map(shown -> new ReleaseUrls(asked, shown)));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text);
            boolean good = "https".equals(address.getScheme()) && address.getHost() != null
                    && address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
            return good ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
