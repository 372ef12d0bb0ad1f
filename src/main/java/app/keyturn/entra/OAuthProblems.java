package app.keyturn.entra;

import static app.keyturn.renewal.ProblemCode.SIGNIN_ACCOUNT;
import static app.keyturn.renewal.ProblemCode.SIGNIN_APP_MISSING;
import static app.keyturn.renewal.ProblemCode.SIGNIN_APP_REFUSED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_BLOCKED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_DECLINED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_EXPIRED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_EXTRA_PROOF;
import static app.keyturn.renewal.ProblemCode.SIGNIN_FAILED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_NEEDS_APPROVAL;
import static app.keyturn.renewal.ProblemCode.SIGNIN_NOT_ASSIGNED;
import static app.keyturn.renewal.ProblemCode.SIGNIN_NOT_PUBLIC;
import static app.keyturn.renewal.ProblemCode.SIGNIN_NO_REDIRECT;
import static app.keyturn.renewal.ProblemCode.SIGNIN_NO_SUCH_TENANT;
import static app.keyturn.renewal.ProblemCode.SIGNIN_PERSONAL_ACCOUNT;
import static app.keyturn.renewal.ProblemCode.SIGNIN_SINGLE_TENANT;
import static app.keyturn.renewal.ProblemCode.SIGNIN_WRONG_ACCOUNT;

import app.keyturn.log.SecretRedactor;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
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

/**
 * The sign-in's part of {@link ProblemMapper}. The OAuth error and its sub-error decide where they can; the
 * {@code AADSTS} number only refines the rest, since Microsoft may change it (Microsoft Learn, "Microsoft Entra
 * authentication and authorization error codes").
 */
final class OAuthProblems {
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,8})");
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

    /** MSAL4J exposes the sub-errors it knows as an enum, and no others. */
    private static String subError(MsalServiceException thrown) {
        return thrown instanceof MsalInteractionRequiredException e && e.reason() != null
                ? e.reason().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /**
     * The problem behind an OAuth error.
     *
     * @param subError Microsoft's refinement of it; empty if there is none
     * @param description Microsoft's text, which only refines what the error says
     * @param status the HTTP status; empty if it came through the browser
     */
    Problem of(String error, String subError, String description, OptionalInt status) {
        OptionalInt number = number(description);
        Diagnostics details = new Diagnostics(clock.instant(), status,
                Optional.of(number.isPresent() ? "AADSTS" + number.getAsInt() : error), first(TRACE, description),
                first(CORRELATION, description)).without(redactor::occursIn);
        if (status.orElse(0) == 429) {
            return new Problem(ProblemCode.SERVICE_BUSY, details);
        }
        if (status.orElse(0) >= 500 || isTransient(error, description)) {
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

    /** The number in an error's description; empty if there is none. */
    private static OptionalInt number(String description) {
        Matcher number = AADSTS.matcher(description);
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    /** True if the same request may well succeed a little later. */
    private static boolean isTransient(String error, String description) {
        return error.equals("temporarily_unavailable") || error.equals("server_error")
                || switch (number(description).orElse(0)) {
                    case 50033, 90006, 90024, 90033 -> true;
                    default -> false;
                };
    }

    /**
     * The code of an OAuth error.
     *
     * @param error as RFC 6749 and OpenID Connect name it
     * @param subError Microsoft's refinement of it, for example {@code basic_action}; empty if there is none
     * @param description may contain a number
     */
    static ProblemCode code(String error, String subError, String description) {
        return fromError(error, subError).or(() -> fromNumber(number(description).orElse(0)))
                .orElseGet(() -> fallback(error, subError));
    }

    /** The code, if it is clear without a number. */
    private static Optional<ProblemCode> fromError(String error, String subError) {
        if (error.equals("consent_required") || subError.equals("consent_required")) {
            return Optional.of(SIGNIN_NEEDS_APPROVAL);
        }
        return subError.equals("user_password_expired") ? Optional.of(SIGNIN_ACCOUNT) : Optional.empty();
    }

    private static Optional<ProblemCode> fromNumber(int number) {
        return switch (number) {
            case 65004 -> Optional.of(SIGNIN_DECLINED);
            case 65001, 90094, 90095 -> Optional.of(SIGNIN_NEEDS_APPROVAL);
            case 50002, 53000, 53001, 53002, 53003, 50131, 500021, 500022, 530032 -> Optional.of(SIGNIN_BLOCKED);
            case 50105 -> Optional.of(SIGNIN_NOT_ASSIGNED);
            case 50020, 50034, 51004, 90072 -> Optional.of(SIGNIN_WRONG_ACCOUNT);
            case 16000, 500200, 500208 -> Optional.of(SIGNIN_PERSONAL_ACCOUNT);
            case 50053, 50055, 50057, 50126 -> Optional.of(SIGNIN_ACCOUNT);
            case 50072, 50074, 50076, 50079, 50158 -> Optional.of(SIGNIN_EXTRA_PROOF);
            case 90002, 90038 -> Optional.of(SIGNIN_NO_SUCH_TENANT);
            case 50194 -> Optional.of(SIGNIN_SINGLE_TENANT);
            case 700016 -> Optional.of(SIGNIN_APP_MISSING);
            case 7000218 -> Optional.of(SIGNIN_NOT_PUBLIC);
            case 50011 -> Optional.of(SIGNIN_NO_REDIRECT);
            case 65002, 65005, 90008, 650056, 650057, 700054, 7000112 -> Optional.of(SIGNIN_APP_REFUSED);
            case 50173, 70008, 70043, 700082 -> Optional.of(SIGNIN_EXPIRED);
            default -> Optional.empty();
        };
    }

    /** The usual meaning of an error whose number says nothing. */
    private static ProblemCode fallback(String error, String subError) {
        return switch (subError) {
            // "Can be resolved by the user", during the sign-in or outside of it: MSAL4J on these sub-errors.
            case "basic_action", "additional_action" -> SIGNIN_EXTRA_PROOF;
            // "Cannot be resolved at this time", and a page says why.
            case "message_only" -> SIGNIN_BLOCKED;
            default -> switch (error) {
                case "access_denied" -> SIGNIN_DECLINED;
                case "interaction_required" -> SIGNIN_EXTRA_PROOF;
                case "invalid_client", "unauthorized_client", "invalid_scope", "invalid_resource" ->
                    SIGNIN_APP_REFUSED;
                default -> SIGNIN_FAILED;
            };
        };
    }
}
