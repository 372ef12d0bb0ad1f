package app.keyturn.renewal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of an error of Microsoft's sign-in: what stands after {@code AADSTS}. It only chooses words, since Microsoft
 * may change what a number means. Sources of the meanings: Microsoft Learn, "Microsoft Entra authentication and
 * authorization error codes", "Troubleshooting sign-in problems with Conditional Access", and the look-up page
 * login.microsoftonline.com/error.
 *
 * @param value four to eight digits
 */
public record SignInErrorNumber(int value) {
    private static final String BLANK = "[\\s\\u00a0]";
    /** Microsoft's numbers have at least four digits, and do not begin with a zero. */
    private static final int LEAST = 1_000;
    /** A group of digits, perhaps broken by a line break; a long one is no error number, nor is a part of it. */
    private static final Pattern NAMED = Pattern
            .compile("AADSTS[^\\d]{0,16}(\\d+(?:" + BLANK + "+\\d+)*)", Pattern.CASE_INSENSITIVE);
    /** "Error code: 50105", "Fehlercode 53003", "Código de error: 90094", "エラー コード: 65001", "error?code=50105". */
    private static final Pattern LABELLED = Pattern.compile("(?:cod[eo]s?|código|コード)[^\\d]{0,20}?(\\d{5,8})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LONE = Pattern.compile("\\W*(\\d{4,8})\\W*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ANY = Pattern.compile("(?<!\\d)(?<!\\d[.:/-])\\d{4,8}(?!\\d)(?![.:/-]\\d)");

    /**
     * What has digits and is no error number: ids, dates, times, the port of this computer's own address, and characters
     * that a web page wrote as numbers. No look-behind, since a text field joins the lines of what is pasted, so that one
     * may follow a number directly.
     */
    private static final Pattern NO_NUMBER = Pattern.compile(String.join("|",
            "[0-9a-f]{8}(?:BLANK*-BLANK*[0-9a-f]{4}){3}BLANK*-BLANK*[0-9a-f]{12}",
            "(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])", "&#x?[0-9a-f]{1,6};",
            "(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::|%3A)\\d{1,5}",
            "(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:T?BLANK*\\d\\d?:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?)?(?:BLANK?[+-]\\d\\d:?\\d\\d)?",
            "(?:19|20)\\d\\d([/.])BLANK?\\d\\d?\\1BLANK?\\d\\d?(?!\\d)",
            "\\d\\d?([/.-])BLANK?\\d\\d?\\2BLANK?(?:19|20)\\d\\d",
            "(?:19|20)\\d\\d年", "\\d\\d?:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:BLANK?[+-]\\d\\d:?\\d\\d)?")
            .replace("BLANK", BLANK),
            Pattern.CASE_INSENSITIVE);

    /** The number that a text gives as Microsoft's, after {@code AADSTS}; if there are several, the first known one. */
    public static Optional<SignInErrorNumber> named(String text) {
        return named(NAMED.matcher(withoutIdsAndDates(text)));
    }

    /**
     * The number in whatever a user has typed or pasted: the one after {@code AADSTS}, else the first known one, else the
     * one that is labelled as a code, else the only thing in the text.
     */
    public static Optional<SignInErrorNumber> in(String pasted) {
        String text = withoutIdsAndDates(pasted);
        return named(NAMED.matcher(text))
                .or(() -> ANY.matcher(text).results().flatMap(found -> known(found.group()).stream()).findFirst())
                .or(() -> LABELLED.matcher(text).results().map(found -> of(found.group(1))).findFirst())
                .or(() -> Optional.of(LONE.matcher(text)).filter(Matcher::matches).map(found -> of(found.group(1))))
                .filter(number -> number.value() >= LEAST);
    }

    /** What it means; empty if this version does not know it. */
    public Optional<ProblemCode> meaning() {
        return Optional.ofNullable(switch (value) {
            case 65004 -> ProblemCode.SIGNIN_DECLINED;
            // 90123: the page of another identity provider was left. 900561: the browser's Back sent the request again.
            case 90123, 900561 -> ProblemCode.SIGNIN_CANCELLED;
            case 65001, 65005, 90008, 90093, 90094, 90095, 650056, 650057, 900941 -> ProblemCode.SIGNIN_NEEDS_APPROVAL;
            case 90099, 530034 -> ProblemCode.SIGNIN_PARTNER;
            case 500212, 500213, 1000104 -> ProblemCode.SIGNIN_CROSS_TENANT;
            case 50005, 50097, 50127, 50129, 50131, 50155, 50187, 53000, 53001, 53002, 53009, 135011, 530001, 530002,
                    530003, 700003 ->
                ProblemCode.SIGNIN_DEVICE;
            case 50002, 500021, 500022 -> ProblemCode.SIGNIN_NETWORK;
            case 53003, 530032, 530035 -> ProblemCode.SIGNIN_BLOCKED;
            case 53004, 53011 -> ProblemCode.SIGNIN_RISK;
            case 53010 -> ProblemCode.SIGNIN_PROOF_SETUP;
            case 50072, 50074, 50076, 50078, 50079, 50125, 50158, 500121 -> ProblemCode.SIGNIN_EXTRA_PROOF;
            case 50105 -> ProblemCode.SIGNIN_NOT_ASSIGNED;
            case 16003, 50014, 50020, 50034, 51004, 90072, 90084 -> ProblemCode.SIGNIN_WRONG_ACCOUNT;
            case 16000, 500200, 500208 -> ProblemCode.SIGNIN_PERSONAL_ACCOUNT;
            case 50053, 50055, 50056, 50057, 50064, 50126, 50135, 50144 -> ProblemCode.SIGNIN_ACCOUNT;
            case 50059, 50128, 90002 -> ProblemCode.SIGNIN_NO_SUCH_TENANT;
            case 90038, 90043, 900382, 900432 -> ProblemCode.SIGNIN_OTHER_CLOUD;
            case 50194 -> ProblemCode.SIGNIN_SINGLE_TENANT;
            case 700011, 700016 -> ProblemCode.SIGNIN_APP_MISSING;
            case 7000112 -> ProblemCode.SIGNIN_APP_OFF;
            case 7000218 -> ProblemCode.SIGNIN_NOT_PUBLIC;
            case 9002327 -> ProblemCode.SIGNIN_SINGLE_PAGE;
            case 50011, 70004, 500113, 900971 -> ProblemCode.SIGNIN_NO_REDIRECT;
            case 50001, 65002, 70001, 70005, 70011, 500011, 650052, 650054, 700054, 1000031 ->
                ProblemCode.SIGNIN_APP_REFUSED;
            case 50089, 50132, 50133, 50173, 54005, 70000, 70008, 70043, 700082, 700084 -> ProblemCode.SIGNIN_EXPIRED;
            case 50088, 50196, 90055 -> ProblemCode.SERVICE_BUSY;
            case 50033, 50087, 90006, 90012, 90024, 90033, 90090, 90091 -> ProblemCode.SERVICE_DOWN;
            default -> null;
        });
    }

    /** As Microsoft writes it, for example {@code AADSTS50105}. */
    @Override
    public String toString() {
        return "AADSTS" + value;
    }

    private static Optional<SignInErrorNumber> named(Matcher found) {
        return found.results()
                .flatMap(named -> whole(named).stream())
                .findFirst()
                .or(() -> found.reset()
                        .results()
                        .map(named -> named.group(1).split(BLANK, 2)[0])
                        .filter(digits -> isLongEnough(digits.length()))
                        .map(SignInErrorNumber::of)
                        .findFirst());
    }

    /** The known number of one place: its first group of digits, or that and those after a break. */
    private static Optional<SignInErrorNumber> whole(MatchResult named) {
        StringBuilder digits = new StringBuilder();
        return Stream.of(named.group(1).split(BLANK + "+"))
                .map(group -> digits.append(group).toString())
                .takeWhile(joined -> joined.length() <= 8)
                .flatMap(joined -> known(joined).stream())
                .findFirst();
    }

    private static Optional<SignInErrorNumber> known(String digits) {
        return Optional.of(digits)
                .filter(it -> isLongEnough(it.length()))
                .map(SignInErrorNumber::of)
                .filter(number -> number.meaning().isPresent());
    }

    private static boolean isLongEnough(int digits) {
        return digits >= 4 && digits <= 8;
    }

    private static SignInErrorNumber of(String digits) {
        return new SignInErrorNumber(Integer.parseInt(digits));
    }

    /** The text with plain letters, digits and hyphens, and a blank in place of each id and date. */
    private static String withoutIdsAndDates(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(invisible().negate())
                .map(SignInErrorNumber::plain)
                .forEach(plain::appendCodePoint);
        return NO_NUMBER.matcher(plain).replaceAll(" ");
    }

    /** Zero-width blanks, soft hyphens and marks of direction, which web pages have within words. */
    private static IntPredicate invisible() {
        return sign -> Character.getType(sign) == Character.FORMAT;
    }

    private static int plain(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(sign, 10);
            case Character.DASH_PUNCTUATION -> '-';
            default -> sign;
        };
    }
}
