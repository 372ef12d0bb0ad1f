package app.keyturn.practice.apple;

import app.keyturn.practice.server.RandomText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A token that Apple issued, and when it was last used. */
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

    /** Creates a token that is valid for one calendar year, as Apple's are. */
    static AppleToken createdAt(Instant created, String name, Clock clock) {
        return new AppleToken(name, "PRACTICE-" + RandomText.ofLength(48),
                created.atZone(clock.getZone()).plusYears(1).toInstant());
    }

    /** Its name on the page; not secret. */
    String name() {
        return name;
    }

    /** The token itself. */
    public String secret() {
        return secret;
    }

    /** When it stops working. */
    public Instant expires() {
        return expires;
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expires);
    }

    Optional<Instant> lastUsed() {
        return lastUsed;
    }

    /** Records a use. */
    public void markUsed(Instant now) {
        lastUsed = Optional.of(now);
    }
}
