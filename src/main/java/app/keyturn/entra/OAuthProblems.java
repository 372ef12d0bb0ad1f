package app.keyturn.entra;

import static app.keyturn.renewal.ProblemCode.SIGNIN_ACCOUNT;
import static app.keyturn.renewal.ProblemCode.SIGNIN_APP_REFUSED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_BLOCKED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_DECLINED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_DEVICE;
import static app.keyturn.renewal.ProblemCode.SIGNIN_EXPIRED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_EXTRA_PROOF;
import static app.keyturn.renewal.ProblemCode.SIGNIN_FAILED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_NEEDS_APPROVAL;
import static app.keyturn.renewal.ProblemCode.SIGNIN_PARTNER;

import app.keyturn.log.SecretRedactor;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SignInErrorNumber;
import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sign-in's part of {@link ProblemMapper}. The OAuth error and its sub-error decide where they can; the
 * {@code AADSTS} number only refines the rest, since Microsoft may change it (Microsoft Learn, "Microsoft Entra
 * authentication and authorization error codes").
 */
public final class OAuthProblems {
    /**
     * The name of a header by which the HTTP client hands on Microsoft's {@code suberror}, a member of the error's JSON.
     */
    public static final String SUB_ERROR = "keyturn-suberror";

    private static final Pattern TRACE = Pattern.compile("Trace ID: ([0-9A-Fa-f-]{36})");
    private static final Pattern CORRELATION = Pattern.compile("Correlation ID: ([0-9A-Fa-f-]{36})");

    private final Clock clock;
    private final SecretRedactor redactor;

    OAuthProblems(Clock clock, SecretRedactor redactor) {
        this.clock = clock;
        this.redactor = redactor;
    }

    /** The problem behind an MSAL4J exception; empty if its cause says more. */
    Optional<Problem> of(MsalException thrown) {
        String code = Objects.requireNonNullElse(thrown.errorCode(), "");
        if (code.equals(AuthenticationErrorCode.THROTTLED_REQUEST)) {
            return Optional.of(problem(ProblemCode.SERVICE_BUSY));
        }
        if (code.equals(AuthenticationErrorCode.INVALID_JSON)) {
            return Optional.of(problem(ProblemCode.NET_STRANGE_ANSWER));
        }
        return switch (thrown) {
            case MsalServiceException e -> {
                OptionalInt status = e.statusCode() == null ? OptionalInt.empty() : OptionalInt.of(e.statusCode());
                yield Optional.of(of(code, subError(e), Objects.requireNonNullElse(e.getMessage(), ""), status));
            }
            case MsalClientException e when e.getCause() != null -> Optional.empty();
            default -> Optional.of(problem(SIGNIN_FAILED));
        };
    }

    /** MSAL4J exposes only five sub-errors, as an enum; the rest comes by way of {@link #SUB_ERROR}. */
    private static String subError(MsalServiceException thrown) {
        List<String> headers = thrown.headers() == null
                ? List.of()
                : thrown.headers().getOrDefault(SUB_ERROR, List.of());
        return headers.isEmpty() ? "" : headers.getFirst();
    }

    /**
     * The problem behind an OAuth error.
     *
     * @param subError Microsoft's refinement of it; empty if there is none
     * @param description Microsoft's text, which only refines what the error says
     * @param status the HTTP status; empty if it came through the browser
     */
    Problem of(String error, String subError, String description, OptionalInt status) {
        Optional<SignInErrorNumber> number = SignInErrorNumber.named(description);
        Diagnostics details = new Diagnostics(clock.instant(), status,
                number.map(SignInErrorNumber::toString).or(() -> Optional.of(error)), first(TRACE, description),
                first(CORRELATION, description)).without(redactor::occursIn);
        if (status.orElse(0) == 429) {
            return new Problem(ProblemCode.SERVICE_BUSY, details);
        }
        if (status.orElse(0) >= 500) {
            return new Problem(ProblemCode.SERVICE_DOWN, details);
        }
        return new Problem(code(error, subError, description), details);
    }

    private Problem problem(ProblemCode code) {
        return new Problem(code, Diagnostics.at(clock.instant()));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The code of an OAuth error.
     *
     * @param error as RFC 6749 and OpenID Connect name it
     * @param subError Microsoft's refinement of it, for example {@code basic_action}; empty if there is none
     * @param description may contain a number
     */
    static ProblemCode code(String error, String subError, String description) {
        Optional<SignInErrorNumber> number = SignInErrorNumber.named(description);
        Optional<ProblemCode> meaning = number.flatMap(SignInErrorNumber::meaning);
        return fromError(error, subError, meaning).or(() -> meaning)
                .orElseGet(() -> fallback(error, subError, number.isPresent()));
    }

    /** The code, if it is clear whatever the number. */
    private static Optional<ProblemCode> fromError(String error, String subError, Optional<ProblemCode> meaning) {
        if (error.equals("temporarily_unavailable") || error.equals("server_error")) {
            return Optional.of(ProblemCode.SERVICE_DOWN);
        }
        if (error.equals("consent_required") || subError.equals("consent_required")) {
            // A partner cannot approve, so the number matters here.
            return meaning.filter(SIGNIN_PARTNER::equals).or(() -> Optional.of(SIGNIN_NEEDS_APPROVAL));
        }
        return subError.equals("user_password_expired") ? Optional.of(SIGNIN_ACCOUNT) : Optional.empty();
    }

    /** The usual meaning of an error whose number says nothing. */
    private static ProblemCode fallback(String error, String subError, boolean numbered) {
        return switch (subError) {
            // "Can be resolved by the user", during the sign-in or outside of it: MSAL4J on these sub-errors.
            case "basic_action", "additional_action" -> SIGNIN_EXTRA_PROOF;
            // "Cannot be resolved at this time", and a page says why.
            case "message_only" -> SIGNIN_BLOCKED;
            case "bad_token", "token_expired", "client_mismatch" -> SIGNIN_EXPIRED;
            case "device_authentication_failed", "protection_policy_required", "protection_policies_required" ->
                SIGNIN_DEVICE;
            default -> switch (error) {
                // Cancel comes with the number 65004 or none: any other number is another reason.
                case "access_denied" -> numbered ? SIGNIN_FAILED : SIGNIN_DECLINED;
                case "interaction_required" -> SIGNIN_EXTRA_PROOF;
                case "invalid_client", "unauthorized_client", "invalid_scope", "invalid_resource" ->
                    SIGNIN_APP_REFUSED;
                default -> SIGNIN_FAILED;
            };
        };
    }
}
