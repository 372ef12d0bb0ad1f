package app.keyturn.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where addresses really lead. In earnest every address is its own. In practice the known hosts lead to this computer
 * and all others lead nowhere, so that nothing can leave it.
 */
public final class HostMap {
    /** The book in earnest: changes nothing. */
    public static final HostMap EMPTY = new HostMap(Map.of());

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, URI> bases;

    private HostMap(Map<String, URI> bases) {
        this.bases = Map.copyOf(bases);
    }

    /**
     * A book for practice.
     *
     * @param bases host name to the address on this computer that stands in for it; a path in it is kept in front
     * @throws IllegalArgumentException if it is empty, or an address is not on this computer
     */
    public static HostMap forPractice(Map<String, URI> bases) {
        if (bases.isEmpty() || !bases.values().stream().allMatch(HostMap::onThisComputer)) {
            throw new IllegalArgumentException("A practice address has to be on this computer");
        }
        return new HostMap(bases);
    }

    /** True if this is a book for practice. */
    public boolean isPractice() {
        return !bases.isEmpty();
    }

    /**
     * Looks an address up.
     *
     * @return where it leads, with its path and query unchanged; empty if it must not be visited
     */
    public Optional<URI> resolve(URI address) {
        if (!isPractice()) {
            return Optional.of(address);
        }
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(bases.get(host))
                .map(base -> URI.create(base.getScheme() + "://"
                        + base.getRawAuthority() + withoutSlash(base.getRawPath()) + pathAndQuery(address)));
    }

    private static boolean onThisComputer(URI base) {
        return "http".equals(base.getScheme()) && base.getUserInfo() == null && base.getHost() != null
                && LOOPBACK.contains(base.getHost());
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String pathAndQuery(URI address) {
        String path = Optional.ofNullable(address.getRawPath()).filter(text -> !text.isEmpty()).orElse("/");
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
