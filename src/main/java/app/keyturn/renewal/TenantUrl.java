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
 * @param text the address, byte for byte, with the flags Microsoft lets people put behind a question mark
 */
public record TenantUrl(String text) {

    /**
     * True if both lead to the same place: the scheme and host without regard to case, and the path without a
     * trailing slash. What follows a question mark does not count: Microsoft documents flags there
     * ({@code ?aadOptscim062020}).
     */
    public boolean sameAddressAs(TenantUrl other) {
        Optional<String> mine = place();
        return mine.isPresent() && mine.equals(other.place());
    }

    /** The portal this address belongs to; empty if it is not one of Apple's two. */
    public Optional<Portal> portal() {
        return Arrays.stream(Portal.values()).filter(portal -> sameAddressAs(portal.tenantUrl())).findFirst();
    }

    /** True if it leads to Apple's host, to whatever place there. */
    public boolean isAtApple() {
        Optional<String> host = host();
        return host.isPresent() && Arrays.stream(Portal.values())
                .map(Portal::tenantUrl)
                .anyMatch(
                        apples -> host.equals(apples.host()));
    }

    /**
     * The portal's right address with this address's flags, unchanged, behind it.
     *
     * @return the address to offer when this one is not the portal's
     */
    public TenantUrl correctedFor(Portal portal) {
        int flags = text.indexOf('?');
        return flags < 0 ? portal.tenantUrl() : new TenantUrl(portal.tenantUrl().text() + text.substring(flags));
    }

    /** The address as it may be shown. Flags are taken over unread, so nobody knows what stands there. */
    public String withoutFlags() {
        return text.replaceFirst("\\?.*", "");
    }

    private Optional<String> place() {
        return address().filter(uri -> uri.getUserInfo() == null && uri.getFragment() == null).map(TenantUrl::place);
    }

    private static String place(URI uri) {
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
            // Flags may hold what no address may; they are not looked at.
            int flags = text.indexOf('?');
            return Optional.of(new URI((flags < 0 ? text : text.substring(0, flags)).strip()))
                    .filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
