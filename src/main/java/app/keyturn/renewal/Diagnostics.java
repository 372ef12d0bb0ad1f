package app.keyturn.renewal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The technical part of a problem, for support. It deliberately has no other fields: a body, a message, an address or a
 * header might hold a secret.
 *
 * @param at when, by this computer's clock
 * @param status the HTTP status; empty if there was no response
 * @param errorCode Microsoft's error code, for example {@code invalid_grant}; only letters, digits, {@code . _ -}
 * @param requestId Microsoft's id of the request
 * @param correlationId the id that ties the requests of one operation together
 */
public record Diagnostics(Instant at, OptionalInt status, Optional<String> errorCode, Optional<String> requestId,
        Optional<String> correlationId) {
    private static final int MAX_LENGTH = 100;

    public Diagnostics {
        errorCode = errorCode.filter(Diagnostics::isHarmless);
        requestId = requestId.filter(Diagnostics::isHarmless);
        correlationId = correlationId.filter(Diagnostics::isHarmless);
    }

    /** Details with nothing but the time. */
    public static Diagnostics at(Instant at) {
        return new Diagnostics(at, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same details without any that hold a secret: a code or an id may echo what was sent.
     *
     * @param holdsSecret true for a text with a secret in it
     */
    public Diagnostics without(Predicate<String> holdsSecret) {
        Predicate<String> harmless = holdsSecret.negate();
        return new Diagnostics(at, status, errorCode.filter(harmless), requestId.filter(harmless),
                correlationId.filter(harmless));
    }

    private static boolean isHarmless(String text) {
        return text.length() <= MAX_LENGTH && text.matches("[A-Za-z0-9._-]+");
    }
}
