package app.keyturn.entra;

import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_APP_REFUSED;
import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_BLOCKED;
import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_DECLINED;
import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_EXPIRED;
import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_FAILED;
import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_NEEDS_APPROVAL;
import static app.keyturn.renewal.SignInProblem.Reason.SIGNIN_WRONG_ACCOUNT;

import app.keyturn.renewal.SignInProblem;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft's sign-in errors mean. The OAuth error decides; the {@code AADSTS} number only refines, since
 * Microsoft may change it (Microsoft Learn, "Microsoft Entra authentication and authorization error codes").
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

    /** What an OAuth error means. */
    static SignInProblem.Reason meaning(String error, String description) {
        OptionalInt number = number(description);
        Optional<SignInProblem.Reason> refined = number.isPresent() ? meaning(number.getAsInt()) : Optional.empty();
        return refined.orElse(switch (error) {
            case "access_denied" -> SIGNIN_DECLINED;
            case "consent_required" -> SIGNIN_NEEDS_APPROVAL;
            case "invalid_client", "unauthorized_client", "invalid_scope", "invalid_resource" -> SIGNIN_APP_REFUSED;
            default -> SIGNIN_FAILED;
        });
    }

    private static Optional<SignInProblem.Reason> meaning(int number) {
        return switch (number) {
            case 65004 -> Optional.of(SIGNIN_DECLINED);
            case 65001, 90094, 90095 -> Optional.of(SIGNIN_NEEDS_APPROVAL);
            case 50002, 50105, 53000, 53001, 53002, 53003, 50131, 500021, 500022, 530032 ->
                Optional.of(SIGNIN_BLOCKED);
            case 16000, 50020, 50034, 51004, 90002, 90038, 90072, 500208 -> Optional.of(SIGNIN_WRONG_ACCOUNT);
            case 50011, 50194, 65002, 65005, 90008, 650056, 650057, 700016, 700054, 7000112, 7000218 ->
                Optional.of(SIGNIN_APP_REFUSED);
            case 50173, 70008, 70043, 700082 -> Optional.of(SIGNIN_EXPIRED);
            default -> Optional.empty();
        };
    }
}
