package app.keyturn.renewal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The address in an app's {@code BaseAddress}, exactly as it was read: it may hold anything.
 *
 * @param text the address, byte for byte, with the flags that Microsoft allows after a question mark
 */
public record TenantUrl(String text) {

    /**
     * True if both are the same address, ignoring the case of scheme and host, a trailing slash, and everything after a
     * question mark: Microsoft documents flags there ({@code ?aadOptscim062020}).
     */
    public boolean sameAddressAs(TenantUrl other) {
        Optional<String> mine = normalized();
        return mine.isPresent() && mine.equals(other.normalized());
    }

    /** True if this is {@link #sameAddressAs the same address}, and the flags are the same byte for byte. */
    boolean meansTheSameAs(TenantUrl other) {
        return sameAddressAs(other) && flags().equals(other.flags());
    }

    private String flags() {
        int flags = text.indexOf('?');
        return flags < 0 ? "" : text.substring(flags);
    }

    /** The portal that this address belongs to; empty if it is not one of Apple's two. */
    public Optional<Portal> portal() {
        return Arrays.stream(Portal.values()).filter(portal -> sameAddressAs(portal.tenantUrl())).findFirst();
    }

    /** True if the host is Apple's, whatever the path. */
    public boolean isAtApple() {
        Optional<String> host = host();
        return host.isPresent() && Arrays.stream(Portal.values())
                .map(Portal::tenantUrl)
                .anyMatch(
                        apple -> host.equals(apple.host()));
    }

    /**
     * The portal's address with this address's flags, unchanged: what to offer when this one is not the portal's.
     */
    public TenantUrl correctedFor(Portal portal) {
        int flags = text.indexOf('?');
        return flags < 0 ? portal.tenantUrl() : new TenantUrl(portal.tenantUrl().text() + text.substring(flags));
    }

    /** The address as it may be shown. The flags are never parsed, so they may hold anything. */
    public String withoutFlags() {
        int flags = text.indexOf('?');
        return flags < 0 ? text : text.substring(0, flags);
    }

    private Optional<String> normalized() {
        return address().filter(uri -> uri.getUserInfo() == null && uri.getFragment() == null)
                .map(TenantUrl::normalized);
    }

    private static String normalized(URI uri) {
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == 443;
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String origin = uri.getScheme() + "://" + uri.getHost() + (usualPort ? "" : ":" + uri.getPort());
        return origin.toLowerCase(Locale.ROOT) + bare;
    }

    private Optional<String> host() {
        return address().map(uri -> uri.getHost().toLowerCase(Locale.ROOT));
    }

    private Optional<URI> address() {
        try {
            // Flags may hold characters that no URL may; they are not parsed.
            return Optional.of(new URI(withoutFlags().strip()))
                    .filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
