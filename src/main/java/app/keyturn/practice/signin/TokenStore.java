package app.keyturn.practice.signin;

import app.keyturn.practice.server.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who signed in for what: the codes, refresh tokens and access tokens that this world gave out. */
public final class TokenStore {
    /**
     * What somebody allowed a program to do.
     *
     * @param user who signed in
     * @param clientId of the program
     * @param scopes as asked for
     * @param hasSyncRole whether the person had the role when signing in
     */
    public record Grant(PracticeUser user, String clientId, List<String> scopes, boolean hasSyncRole) {
        public boolean covers(String shortName) {
            return scopes.stream().map(Scopes::shortName).anyMatch(shortName::equals);
        }
    }

    /**
     * A code that waits to be redeemed.
     *
     * @param grant what it stands for
     * @param request the request that it answers
     * @param expires when it is too late
     */
    record Code(Grant grant, AuthorizeRequest request, Instant expires) {}

    /**
     * An access token's meaning.
     *
     * @param grant what it allows
     * @param expires when it is too late
     */
    public record AccessToken(Grant grant, Instant expires) {}

    static final Duration ACCESS_LIFETIME = Duration.ofHours(1);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> redeemed = new HashSet<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();
    private final Map<String, AccessToken> accessTokens = new HashMap<>();
    private final Set<String> otherSecrets = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private Instant sessionsEnded = Instant.MAX;
    private boolean roleDelayed;
    private boolean endsSessions;

    /**
     * Creates an empty store.
     *
     * @param roleDelayed whether the administrator's first sign-in does not have the role yet
     * @param endsSessions whether a policy ends all sessions once
     */
    public TokenStore(Clock clock, boolean roleDelayed, boolean endsSessions) {
        this.clock = clock;
        this.roleDelayed = roleDelayed;
        this.endsSessions = endsSessions;
    }

    String issueCode(PracticeUser user, AuthorizeRequest request) {
        String code = RandomText.ofLength(60);
        Grant grant = new Grant(user, request.clientId(), request.scopes(), hasRole(user));
        codes.put(code, new Code(grant, request, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /** A role that is switched on counts from the next sign-in on. */
    private boolean hasRole(PracticeUser user) {
        if (!user.hasSyncRole()) {
            return false;
        }
        boolean already = !roleDelayed;
        roleDelayed = false;
        return already;
    }

    /** Whether a policy strikes right now, as it does once in some worlds: whoever is signed in has to do it again. */
    public boolean endSessionsOnce() {
        if (!endsSessions) {
            return false;
        }
        endsSessions = false;
        sessionsEnded = clock.instant();
        ended.addAll(refreshTokens.keySet());
        ended.addAll(accessTokens.keySet());
        return true;
    }

    /** When the session of this access or refresh token was ended; empty when it was not. */
    public Optional<Instant> revokedAt(String token) {
        return ended.contains(token) ? Optional.of(sessionsEnded) : Optional.empty();
    }

    Optional<Code> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** Uses a code up. */
    boolean redeem(String code) {
        return redeemed.add(code);
    }

    String issueRefreshToken(Grant grant) {
        String token = RandomText.ofLength(80);
        refreshTokens.put(token, grant);
        return token;
    }

    Optional<Grant> refreshGrant(String token) {
        return Optional.ofNullable(refreshTokens.get(token));
    }

    String issueAccessToken(Grant grant) {
        String token = RandomText.ofLength(80);
        accessTokens.put(token, new AccessToken(grant, clock.instant().plus(ACCESS_LIFETIME)));
        return token;
    }

    public Optional<AccessToken> accessToken(String token) {
        return Optional.ofNullable(accessTokens.get(token));
    }

    /** Remembers a secret that needs no looking up: an id token, or the verifier of a code. */
    String rememberSecret(String secret) {
        otherSecrets.add(secret);
        return secret;
    }

    /** Every secret that went through here. */
    public Set<String> secrets() {
        Set<String> all = new HashSet<>(otherSecrets);
        all.addAll(codes.keySet());
        all.addAll(refreshTokens.keySet());
        all.addAll(accessTokens.keySet());
        return all;
    }

    public boolean isExpired(Instant end) {
        return !clock.instant().isBefore(end);
    }
}
