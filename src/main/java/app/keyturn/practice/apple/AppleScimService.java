package app.keyturn.practice.apple;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Apple as Entra sees it: {@code federation.apple.com}, which in this world is a method call and never the network.
 */
public final class AppleScimService {
    /** What came back from an address. */
    public enum Outcome {
        /** An empty list: nobody has the made-up name. */
        OK,
        /** The token is not good for this feed. */
        UNAUTHORIZED,
        /** Apple has nothing at that path. */
        NOT_FOUND,
        /** That is not Apple, and there is nobody else in this world. */
        UNREACHABLE
    }

    private final Map<PracticePortal, AppleTokens> tokens = new EnumMap<>(PracticePortal.class);

    public AppleScimService(Clock clock) {
        for (PracticePortal portal : PracticePortal.values()) {
            tokens.put(portal, new AppleTokens(clock));
        }
    }

    public AppleTokens tokens(PracticePortal portal) {
        return Objects.requireNonNull(tokens.get(portal));
    }

    /** Whether any portal made this token, dead or alive. */
    public boolean wasIssued(String secret) {
        return tokens.values().stream().anyMatch(of -> of.wasIssued(secret));
    }

    /** {@code GET /Users?filter=userName eq "made-up"}, which is how Entra tries credentials. */
    public Outcome findUnknownUser(String baseAddress, String secret) {
        URI address;
        try {
            address = new URI(baseAddress.strip());
        } catch (URISyntaxException broken) {
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
