package app.keyturn.practice.apple;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tokens of one portal: two alive at most, and the last one cannot be revoked. */
public final class AppleTokens {
    private static final int MAX_VALID = 2;
    private static final int TRUNCATED_CHARACTERS = 6;

    private final Clock clock;
    private final List<AppleToken> tokens = new ArrayList<>();
    private boolean truncatesNext;
    private int made;
    private int changes;

    AppleTokens(Clock clock) {
        this.clock = clock;
    }

    /** Makes a token as if it had been made long ago. */
    public AppleToken addCreatedAt(Instant moment) {
        AppleToken token = AppleToken.createdAt(moment, nextName(), clock);
        tokens.add(token);
        return token;
    }

    /** Lets the next copy lose its end, as it happens to people. */
    public void truncateNext() {
        truncatesNext = true;
    }

    /**
     * Makes a token.
     *
     * @return what is shown, once; empty when two live already
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
        made++;
        return Integer.toString(made);
    }

    boolean revoke(String name) {
        boolean revoked = canRevoke() && tokens.removeIf(token -> token.name().equals(name));
        changes += revoked ? 1 : 0;
        return revoked;
    }

    boolean canRevoke() {
        return tokens.size() > 1;
    }

    public List<AppleToken> all() {
        return List.copyOf(tokens);
    }

    /** Counts what was generated and revoked, so that an old page can be told from the present one. */
    String edition() {
        return Integer.toString(changes);
    }

    /** The one that was used last. */
    Optional<AppleToken> active() {
        Instant now = clock.instant();
        return tokens.stream()
                .filter(token -> token.isValidAt(now) && token.lastUsed().isPresent())
                .max(Comparator.comparing(token -> token.lastUsed().orElseThrow()));
    }

    boolean wasIssued(String secret) {
        return tokens.stream().anyMatch(token -> token.secret().equals(secret));
    }

    /** Whether a call with this token is let in; if so, the token has been used. */
    boolean authenticates(String secret) {
        Instant now = clock.instant();
        Optional<AppleToken> found = tokens.stream()
                .filter(token -> token.secret().equals(secret) && token.isValidAt(now))
                .findFirst();
        found.ifPresent(token -> token.markUsed(now.truncatedTo(ChronoUnit.MILLIS)));
        return found.isPresent();
    }
}
