package app.keyturn.update;

import app.keyturn.Keyturn;
import java.net.URI;
import java.util.Optional;

/**
 * Where releases of this program are told of. Both addresses are part of the build; nothing that is read later can change
 * them.
 *
 * @param feed answers what the latest one is
 * @param page shows it to people
 */
public record ReleaseUrls(URI feed, URI page) {
    /** Those of this build; empty if it was not told any. */
    static Optional<ReleaseUrls> ofThisBuild() {
        return of(Keyturn.built("release.feed"), Keyturn.built("release.page"));
    }

    /** Two addresses; empty unless both are ones that lead to a host, encrypted, and tell it nothing besides. */
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
