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

import app.keyturn.renewal.ProblemCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft's sign-in errors mean. The OAuth error and its sub-error decide where they can; the
 * {@code AADSTS} number only refines the rest, since Microsoft may change it (Microsoft Learn, "Microsoft Entra authentication and authorization error codes").
 */
public final class OAuthErrors {
    private static final Pattern MARKED_NUMBER = Pattern.compile("AADSTS(\\d{4,8})");

    private OAuthErrors() {}

    /** The number in an error's description; empty if there is none. */
    static OptionalInt number(String description) {
        Matcher number = MARKED_NUMBER.matcher(description);
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    /** True if the same request may well succeed a little later. */
    static boolean passing(String error, String description) {
        return error.equals("temporarily_unavailable") || error.equals("server_error")
                || switch (number(description).orElse(0)) {
                    case 50033, 90006, 90024, 90033 -> true;
                    default -> false;
                };
    }

    /**
     * What an OAuth error means.
     *
     * @param error as RFC 6749 and OpenID Connect name it
     * @param subError Microsoft's finer word for it, for example {@code basic_action}; empty if there is none
     * @param description may hold a number
     */
    static ProblemCode meaning(String error, String subError, String description) {
        return decided(error, subError).or(() -> refined(number(description).orElse(0)))
                .orElseGet(() -> usual(error, subError));
    }

    /** What needs no number to be clear. */
    private static Optional<ProblemCode> decided(String error, String subError) {
        if (error.equals("consent_required") || subError.equals("consent_required")) {
            return Optional.of(SIGNIN_NEEDS_APPROVAL);
        }
        return subError.equals("user_password_expired") ? Optional.of(SIGNIN_ACCOUNT) : Optional.empty();
    }

    private static Optional<ProblemCode> refined(int number) {
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

    /** What an error usually means whose number tells nothing. */
    private static ProblemCode usual(String error, String subError) {
        return switch (subError) {
            // "Can be resolved by the person", inside the sign-in or outside of it: MSAL4J on these sub-errors.
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
