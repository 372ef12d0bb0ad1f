package app.keyturn.practice.apple;

import app.keyturn.practice.server.RandomText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A token that Apple made, and when it was used last. */
public final class AppleToken {
    private final String name;
    private final String secret;
    private final Instant expires;
    private Optional<Instant> lastUsed = Optional.empty();

    private AppleToken(String name, String secret, Instant expires) {
        this.name = name;
        this.secret = secret;
        this.expires = expires;
    }

    /** A token that lives for one calendar year, as Apple's do. */
    static AppleToken createdAt(Instant made, String name, Clock clock) {
        return new AppleToken(name, "PRACTICE-" + RandomText.ofLength(48),
                made.atZone(clock.getZone()).plusYears(1).toInstant());
    }

    /** What the page calls it; not secret. */
    String name() {
        return name;
    }

    public String secret() {
        return secret;
    }

    public Instant expires() {
        return expires;
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expires);
    }

    Optional<Instant> lastUsed() {
        return lastUsed;
    }

    public void markUsed(Instant now) {
        lastUsed = Optional.of(now);
    }
}
