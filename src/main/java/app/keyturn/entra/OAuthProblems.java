package app.keyturn.entra;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SecretRedactor;
import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a problem of what went wrong with a sign-in; {@link ProblemMapper} asks it. */
final class OAuthProblems {
    private static final Pattern TRACE = Pattern.compile("Trace ID: ([0-9A-Fa-f-]{36})");
    private static final Pattern CORRELATION = Pattern.compile("Correlation ID: ([0-9A-Fa-f-]{36})");

    private final Clock clock;
    private final SecretRedactor redactor;

    /**
     * Makes it.
     *
     * @param clock dates problems
     * @param redactor are kept out of the details
     */
    OAuthProblems(Clock clock, SecretRedactor redactor) {
        this.clock = clock;
        this.redactor = redactor;
    }

    /** The problem behind an exception of MSAL4J's; empty if what is behind that says more. */
    Optional<Problem> of(MsalException thrown) {
        String code = Objects.requireNonNullElse(thrown.errorCode(), "");
        if (code.equals(AuthenticationErrorCode.THROTTLED_REQUEST)) {
            return Optional.of(service(ProblemCode.SERVICE_BUSY, Diagnostics.at(clock.instant())));
        }
        if (code.equals(AuthenticationErrorCode.INVALID_JSON)) {
            return Optional.of(service(ProblemCode.NET_STRANGE_ANSWER, Diagnostics.at(clock.instant())));
        }
        return switch (thrown) {
            case MsalServiceException e -> {
                OptionalInt status = e.statusCode() == null ? OptionalInt.empty() : OptionalInt.of(e.statusCode());
                yield Optional.of(of(code, subError(e), Objects.requireNonNullElse(e.getMessage(), ""), status));
            }
            case MsalClientException e when e.getCause() != null -> Optional.empty();
            default -> Optional.of(new Problem(ProblemCode.SIGNIN_FAILED, ChangeState.NOTHING,
                    Diagnostics.at(clock.instant())));
        };
    }

    /** MSAL4J tells the sub-errors it knows by their kind, and no others. */
    private static String subError(MsalServiceException thrown) {
        return thrown instanceof MsalInteractionRequiredException e && e.reason() != null
                ? e.reason().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /**
     * The problem behind an OAuth error.
     *
     * @param subError Microsoft's own part of it; empty if there is none
     * @param description Microsoft's text, which only refines what the error says
     * @param status the HTTP status; empty if it came through the browser
     */
    Problem of(String error, String subError, String description, OptionalInt status) {
        OptionalInt number = OAuthErrors.number(description);
        Diagnostics details = new Diagnostics(clock.instant(), status,
                Optional.of(number.isPresent() ? "AADSTS" + number.getAsInt() : error), first(TRACE, description),
                first(CORRELATION, description)).without(redactor);
        if (status.orElse(0) == 429) {
            return service(ProblemCode.SERVICE_BUSY, details);
        }
        if (status.orElse(0) >= 500 || OAuthErrors.passing(error, description)) {
            return service(ProblemCode.SERVICE_DOWN, details);
        }
        return new Problem(OAuthErrors.meaning(error, subError, description), ChangeState.NOTHING, details);
    }

    private static Problem service(ProblemCode reason, Diagnostics details) {
        return new Problem(reason, ChangeState.NOTHING, details);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
