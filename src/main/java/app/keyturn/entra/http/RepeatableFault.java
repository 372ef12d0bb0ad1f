package app.keyturn.entra.http;

import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.RetryWait.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A failure after which the same request may succeed at another time.
 *
 * @param kind decides how often it is repeated
 * @param reason what the user is told meanwhile
 * @param asked how long Microsoft asks to wait; empty if it does not say
 */
record RepeatableFault(Kind kind, Reason reason, Optional<Duration> asked) {
    /** How often a request is repeated. */
    enum Kind {
        /** Until the operation's time is up: most such failures pass within a minute. */
        PASSING,
        /** For some seconds: an answer that is not Microsoft's seldom changes, except while a network is joined. */
        STRANGE,
        /** Once: a role that was just activated may not count yet, and the synchronization API answers so in passing. */
        DENIED
    }

    /** The failure of a response; empty if repeating the request is pointless. */
    static Optional<RepeatableFault> of(ErrorResponse response) {
        if (response.isTransient()) {
            boolean busy = response.isTooManyRequests() || response.retryAfter().isPresent();
            Reason unasked = response.status() == 408 ? Reason.UNREACHABLE : Reason.SERVICE_UNWELL;
            return Optional.of(
                    new RepeatableFault(Kind.PASSING, busy ? Reason.BUSY : unasked, response.retryAfter()));
        }
        if (response.isStrange()) {
            return of(Kind.STRANGE, Reason.UNREACHABLE);
        }
        return response.isDenied() ? of(Kind.DENIED, Reason.SERVICE_UNWELL) : Optional.empty();
    }

    /** The failure behind an exception; empty if repeating the request is pointless, or the thread is interrupted. */
    static Optional<RepeatableFault> of(IOException thrown) {
        if (Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        Optional<ErrorResponseException> response = ErrorResponseException.in(thrown);
        if (response.isPresent()) {
            return of(response.get().response());
        }
        if (CauseChain.of(thrown).anyMatch(ForbiddenAddressException.class::isInstance)) {
            return Optional.empty();
        }
        // A request that got no access token has the problem of that.
        return CauseChain.of(thrown)
                .flatMap(cause -> cause instanceof ProblemException known
                        ? Stream.of(known.problem().code())
                        : Stream.empty())
                .findFirst()
                .or(() -> NetworkFault.codeOf(thrown))
                // If the type says nothing, the server went away before its response, or in the middle of it.
                .map(RepeatableFault::of)
                .orElseGet(() -> of(Kind.PASSING, Reason.UNREACHABLE));
    }

    private static Optional<RepeatableFault> of(ProblemCode code) {
        return switch (code) {
            case NET_NO_NAME, NET_REFUSED, NET_UNREACHABLE, NET_TIMED_OUT -> of(Kind.PASSING, Reason.UNREACHABLE);
            case NET_STRANGE_ANSWER -> of(Kind.STRANGE, Reason.UNREACHABLE);
            case SERVICE_BUSY -> of(Kind.PASSING, Reason.BUSY);
            case SERVICE_DOWN -> of(Kind.PASSING, Reason.SERVICE_UNWELL);
            default -> Optional.empty();
        };
    }

    private static Optional<RepeatableFault> of(Kind kind, Reason reason) {
        return Optional.of(new RepeatableFault(kind, reason, Optional.empty()));
    }
}
