package app.keyturn.practice.apple;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Apple as Entra sees it: {@code federation.apple.com}, which here is a method call and never the network.
 */
public final class AppleScimService {
    /** The result of a query. */
    public enum Outcome {
        /** An empty list: no user has the made-up name. */
        OK,
        /** The token is not valid for this portal. */
        UNAUTHORIZED,
        /** Apple has nothing at that path. */
        NOT_FOUND,
        /** Not Apple's host: the practice world has no other. */
        UNREACHABLE
    }

    private final Map<PracticePortal, AppleTokens> tokens = new EnumMap<>(PracticePortal.class);

    /**
     * Creates a service that has issued no tokens.
     *
     * @param clock that tokens expire by
     */
    public AppleScimService(Clock clock) {
        for (PracticePortal portal : PracticePortal.values()) {
            tokens.put(portal, new AppleTokens(clock));
        }
    }

    /** The tokens of one portal. */
    public AppleTokens tokens(PracticePortal portal) {
        return Objects.requireNonNull(tokens.get(portal));
    }

    /** Whether any portal issued this token, even if it has expired. */
    public boolean wasIssued(String secret) {
        return tokens.values().stream().anyMatch(issued -> issued.wasIssued(secret));
    }

    /** Simulates {@code GET /Users?filter=userName eq "made-up"}, which is how Entra tests credentials. */
    public Outcome findUnknownUser(String baseAddress, String secret) {
        URI address;
        try {
            address = new URI(baseAddress.strip());
        } catch (URISyntaxException invalid) {
            return Outcome.UNREACHABLE;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())
                || !"federation.apple.com".equalsIgnoreCase(address.getHost())) {
            return Outcome.UNREACHABLE;
        }
        String path = String.valueOf(address.getPath()).replaceFirst("/$", "");
        for (PracticePortal portal : PracticePortal.values()) {
            if (portal.scimPath().equals(path)) {
                return tokens(portal).authenticates(secret) ? Outcome.OK : Outcome.UNAUTHORIZED;
            }
        }
        return Outcome.NOT_FOUND;
    }
}
