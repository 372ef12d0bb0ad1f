package app.keyturn.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps host names to the addresses that are really used. Outside practice mode every address stays as it is. In
 * practice mode known hosts lead to this computer and all others are blocked, so that nothing can leave it.
 */
public final class HostMap {
    /** The map outside practice mode: changes nothing. */
    public static final HostMap EMPTY = new HostMap(Map.of());

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, URI> targets;

    private HostMap(Map<String, URI> targets) {
        this.targets = Map.copyOf(targets);
    }

    /**
     * Creates the map for practice mode.
     *
     * @param targets host name to an address on this computer; a path in that address becomes a prefix
     * @throws IllegalArgumentException if it is empty, or an address is not on this computer
     */
    public static HostMap forPractice(Map<String, URI> targets) {
        if (targets.isEmpty() || !targets.values().stream().allMatch(HostMap::isLoopback)) {
            throw new IllegalArgumentException("Practice addresses must be on this computer");
        }
        return new HostMap(targets);
    }

    /** True in practice mode, where unknown hosts are blocked. */
    public boolean isPractice() {
        return !targets.isEmpty();
    }

    /** The address to use, with the same path and query; empty if it is blocked. */
    public Optional<URI> resolve(URI address) {
        if (!isPractice()) {
            return Optional.of(address);
        }
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(targets.get(host))
                .map(target -> URI.create(target.getScheme() + "://" + target.getRawAuthority()
                        + withoutTrailingSlash(target.getRawPath()) + pathAndQuery(address)));
    }

    private static boolean isLoopback(URI target) {
        return "http".equals(target.getScheme()) && target.getUserInfo() == null && target.getHost() != null
                && LOOPBACK.contains(target.getHost());
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String pathAndQuery(URI address) {
        String path = Optional.ofNullable(address.getRawPath()).filter(text -> !text.isEmpty()).orElse("/");
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
