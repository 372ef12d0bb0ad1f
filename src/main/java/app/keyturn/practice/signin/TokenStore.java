package app.keyturn.practice.signin;

import app.keyturn.practice.server.RandomText;
import app.keyturn.practice.server.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codes, refresh tokens and access tokens that were issued, and what they allow. */
public final class TokenStore {
    /**
     * What a user allowed a program to do.
     *
     * @param user who signed in
     * @param clientId of the program
     * @param scopes as requested
     * @param hasSyncRole whether the user had the role when signing in
     * @param handlesChallenges whether the program declared the capability {@code cp1}
     */
    public record Grant(PracticeUser user, String clientId, List<String> scopes, boolean hasSyncRole,
            boolean handlesChallenges) {
        /** Whether a scope was granted. */
        public boolean covers(String shortName) {
            return scopes.stream().map(Scopes::shortName).anyMatch(shortName::equals);
        }

        Grant handlingChallenges() {
            return new Grant(user, clientId, scopes, hasSyncRole, true);
        }
    }

    /**
     * An authorization code.
     *
     * @param grant that it is exchanged for
     * @param request that it belongs to
     * @param expires when it stops working
     */
    record Code(Grant grant, AuthorizeRequest request, Instant expires) {}

    /**
     * The data of an access token.
     *
     * @param grant what it allows
     * @param expires when it stops working
     */
    public record AccessToken(Grant grant, Instant expires) {}

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> redeemed = new HashSet<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();
    private final Map<String, AccessToken> accessTokens = new HashMap<>();
    private final Set<String> otherSecrets = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private Instant sessionsRevoked = Instant.MAX;
    private final Duration roleAfter;
    private final Duration accessLifetime;
    private Instant roleCounts = Instant.MIN;
    private boolean roleDelayed;
    private boolean policyPending;

    /**
     * Creates an empty store.
     *
     * @param clock that codes and tokens expire by
     * @param switches when the role counts, and whether a policy will end all sessions once
     */
    public TokenStore(Clock clock, Switches switches) {
        this.clock = clock;
        this.roleDelayed = switches.get(SignInSettings.ROLE_FROM_NEXT_SIGN_IN);
        this.accessLifetime = switches.get(SignInSettings.ACCESS_LIFETIME);
        this.roleAfter = switches.get(SignInSettings.ROLE_AFTER);
        this.policyPending = switches.get(SignInSettings.SESSION_ENDS);
    }

    String issueCode(PracticeUser user, AuthorizeRequest request) {
        String code = RandomText.ofLength(60);
        Grant grant = new Grant(user, request.clientId(), request.scopes(), hasRole(user),
                request.handlesChallenges());
        codes.put(code, new Code(grant, request, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /** A newly activated role counts from the next sign-in on. */
    private boolean hasRole(PracticeUser user) {
        if (!user.hasSyncRole()) {
            return false;
        }
        if (roleCounts.equals(Instant.MIN)) {
            roleCounts = clock.instant().plus(roleAfter);
        }
        boolean active = !roleDelayed;
        roleDelayed = false;
        return active;
    }

    /** Whether what was granted includes changing the synchronization by now. */
    public boolean hasSyncRole(Grant grant) {
        return grant.hasSyncRole() && !clock.instant().isBefore(roleCounts);
    }

    /** Ends all sessions if the policy is pending, and returns whether it did. Every user must then sign in again. */
    public boolean applyPendingPolicy() {
        if (!policyPending) {
            return false;
        }
        policyPending = false;
        endSessions();
        return true;
    }

    /** Ends all sessions; every user must then sign in again. */
    public void endSessions() {
        sessionsRevoked = clock.instant();
        revoked.addAll(refreshTokens.keySet());
        revoked.addAll(accessTokens.keySet());
    }

    /** When the session of this access or refresh token was ended; empty when it was not. */
    public Optional<Instant> revokedAt(String token) {
        return revoked.contains(token) ? Optional.of(sessionsRevoked) : Optional.empty();
    }

    Optional<Code> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** Marks a code as used; returns false when it was already. */
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
        accessTokens.put(token, new AccessToken(grant, clock.instant().plus(accessLifetime)));
        return token;
    }

    Duration accessLifetime() {
        return accessLifetime;
    }

    /** The data of this access token; empty when it was never issued. */
    public Optional<AccessToken> accessToken(String token) {
        return Optional.ofNullable(accessTokens.get(token));
    }

    /** Adds a secret that is never looked up to {@link #secrets()}: an id token, or the verifier of a code. */
    String rememberSecret(String secret) {
        otherSecrets.add(secret);
        return secret;
    }

    /** Every secret that was issued or received. */
    public Set<String> secrets() {
        Set<String> all = new HashSet<>(otherSecrets);
        all.addAll(codes.keySet());
        all.addAll(refreshTokens.keySet());
        all.addAll(accessTokens.keySet());
        return all;
    }

    /** Whether this time has come. */
    public boolean isExpired(Instant expires) {
        return !clock.instant().isBefore(expires);
    }
}
