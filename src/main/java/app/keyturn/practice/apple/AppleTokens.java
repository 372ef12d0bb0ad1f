package app.keyturn.practice.apple;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tokens of one portal: at most two are valid, and the last one cannot be revoked. */
public final class AppleTokens {
    private static final int MAX_VALID = 2;
    private static final int TRUNCATED_CHARACTERS = 6;

    private final Clock clock;
    private final List<AppleToken> tokens = new ArrayList<>();
    private boolean truncatesNext;
    private int created;
    private int changes;

    AppleTokens(Clock clock) {
        this.clock = clock;
    }

    /** Adds a token as if it had been created then. */
    public AppleToken addCreatedAt(Instant created) {
        AppleToken token = AppleToken.createdAt(created, nextName(), clock);
        tokens.add(token);
        return token;
    }

    /** Makes the next token appear without its end, as after an incomplete copy. */
    public void truncateNext() {
        truncatesNext = true;
    }

    /**
     * Creates a token.
     *
     * @return the text to show, once; empty when two tokens are valid already
     */
    public Optional<String> generate() {
        Instant now = clock.instant();
        if (tokens.stream().filter(token -> token.isValidAt(now)).count() >= MAX_VALID) {
            return Optional.empty();
        }
        AppleToken token = AppleToken.createdAt(now, nextName(), clock);
        tokens.add(token);
        changes++;
        String shown = token.secret();
        if (truncatesNext) {
            truncatesNext = false;
            shown = shown.substring(0, shown.length() - TRUNCATED_CHARACTERS);
        }
        return Optional.of(shown);
    }

    private String nextName() {
        created++;
        return Integer.toString(created);
    }

    boolean revoke(String name) {
        boolean revoked = canRevoke() && tokens.removeIf(token -> token.name().equals(name));
        changes += revoked ? 1 : 0;
        return revoked;
    }

    boolean canRevoke() {
        return tokens.size() > 1;
    }

    /** All tokens, expired ones included, oldest first. */
    public List<AppleToken> all() {
        return List.copyOf(tokens);
    }

    /** Changes whenever a token is generated or revoked, so that forms of an outdated page are recognized. */
    String edition() {
        return Integer.toString(changes);
    }

    /** The valid token that was last used. */
    Optional<AppleToken> active() {
        Instant now = clock.instant();
        return tokens.stream()
                .filter(token -> token.isValidAt(now) && token.lastUsed().isPresent())
                .max(Comparator.comparing(token -> token.lastUsed().orElseThrow()));
    }

    boolean wasIssued(String secret) {
        return tokens.stream().anyMatch(token -> token.secret().equals(secret));
    }

    /** Whether a call with this token is accepted; if so, the token counts as used. */
    boolean authenticates(String secret) {
        Instant now = clock.instant();
        Optional<AppleToken> found = tokens.stream()
                .filter(token -> token.secret().equals(secret) && token.isValidAt(now))
                .findFirst();
        found.ifPresent(token -> token.markUsed(now.truncatedTo(ChronoUnit.MILLIS)));
        return found.isPresent();
    }
}
