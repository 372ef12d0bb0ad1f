package app.keyturn.renewal;

import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.RefusalReason;
import app.keyturn.renewal.TokenCheck.Refused;
import app.keyturn.renewal.TokenCheck.Usable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses a pasted text as a token: removes what copying added, and refuses only texts that are clearly something else.
 * Apple does not document what its tokens look like, so nothing is refused for not looking like one.
 */
public final class TokenParser {
    static final String PRACTICE_PREFIX = "PRACTICE-";
    /** In characters. A shorter text is doubted, and is not looked for within a longer one. */
    static final int MIN_LENGTH = 20;
    private static final int MAX_LENGTH = 4096;
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "^[a-z][a-z0-9+.-]*://.*|^www\\..*|^(federation|school|business)\\.apple\\.com.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("^[^@/=]+@[^@/=+]+\\.[A-Za-z]{2,}$");
    private static final Pattern CLIENT_ID = Pattern.compile("^SCIM\\." + UUID + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_UUID = Pattern.compile("^" + UUID + "$");
    private static final Pattern DATE = Pattern.compile("^\\d{1,4}([./-])\\d{1,2}\\1\\d{1,4}$");
    private static final String MASK_SIGNS = "*\\u2022\\u25cf\\u2219\\u22c5\\u00b7\\u25e6\\u25cb\\u25a0\\u25aa\\uff0a\\u2b24";
    private static final Pattern MASKED = Pattern
            .compile("[" + MASK_SIGNS + "]{3}|^[" + MASK_SIGNS + "#?._-]+$");
    private static final Pattern MAYBE_MASKED = Pattern.compile("[xX]{8}|^(.)\\1*$");
    private static final Pattern CUT_OFF = Pattern.compile("[\\u2026\\u22ef\\u2025]");
    /** A full stop at the end, a formula's sign, or the signs that some programs write around emphasised text. */
    private static final Pattern EXTRA_SIGN = Pattern.compile("\\.$|^=|^([_~+/-]).*\\1$");
    private static final Pattern BLANK_INSIDE = Pattern.compile("[\\s\\h]");
    private static final Pattern PRINTABLE_ASCII = Pattern.compile("^[\\x21-\\x7E]+$");

    private final Clock clock;
    private final boolean practice;

    /**
     * Creates a parser.
     *
     * @param clock tells the day from which a year is counted
     * @param practice true to accept practice tokens and no others
     */
    public TokenParser(Clock clock, boolean practice) {
        this.clock = clock;
        this.practice = practice;
    }

    /** Parses a pasted text. Never throws, whatever it holds. */
    public TokenCheck read(String pasted) {
        TokenExtractor.Extract extract = TokenExtractor.from(pasted);
        String text = extract.text();
        Optional<RefusalReason> refusal = extract.refusal().or(() -> refusal(text));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        ScimToken token = new ScimToken(text.toCharArray());
        return new Usable(token, extract.removed(), extract.doubt().or(() -> doubt(text)), expiry(text));
    }

    /** True for an address, an id or a date: what often stands beside a token, and is none. */
    static boolean isSomethingElse(String text) {
        return WEB_ADDRESS.matcher(text).matches() || EMAIL_ADDRESS.matcher(text).matches()
                || CLIENT_ID.matcher(text).matches() || BARE_UUID.matcher(text).matches()
                || DATE.matcher(text).matches();
    }

    private Optional<RefusalReason> refusal(String text) {
        if (text.isEmpty()) {
            return Optional.of(RefusalReason.EMPTY);
        }
        if (WEB_ADDRESS.matcher(text).matches()) {
            return Optional.of(RefusalReason.WEB_ADDRESS);
        }
        Optional<RefusalReason> hidden = hidden(text);
        if (hidden.isPresent()) {
            return hidden;
        }
        if (BLANK_INSIDE.matcher(text).find()) {
            return Optional.of(RefusalReason.BLANKS_INSIDE);
        }
        if (!PRINTABLE_ASCII.matcher(text).matches()) {
            return Optional.of(RefusalReason.STRANGE_CHARACTERS);
        }
        if (EMAIL_ADDRESS.matcher(text).matches()) {
            return Optional.of(RefusalReason.EMAIL_ADDRESS);
        }
        if (CLIENT_ID.matcher(text).matches()) {
            return Optional.of(RefusalReason.CLIENT_ID);
        }
        if (Jwt.read(text).filter(Jwt::issuedByMicrosoft).isPresent()) {
            return Optional.of(RefusalReason.MICROSOFT_TOKEN);
        }
        if (text.indexOf(PRACTICE_PREFIX) != text.lastIndexOf(PRACTICE_PREFIX)) {
            return Optional.of(RefusalReason.TWO_TOKENS);
        }
        boolean practiceToken = text.startsWith(PRACTICE_PREFIX);
        if (practiceToken == practice) {
            return Optional.empty();
        }
        return Optional.of(practiceToken ? RefusalReason.PRACTICE_TOKEN : RefusalReason.REAL_TOKEN_IN_PRACTICE);
    }

    /** Why a text is not a whole token: signs stand in place of its characters. */
    static Optional<RefusalReason> hidden(String text) {
        if (MASKED.matcher(text).find()) {
            return Optional.of(RefusalReason.MASKED);
        }
        return CUT_OFF.matcher(text).find() ? Optional.of(RefusalReason.CUT_OFF) : Optional.empty();
    }

    private static Optional<Doubt> doubt(String text) {
        if (BARE_UUID.matcher(text).matches()) {
            return Optional.of(Doubt.UUID);
        }
        if (text.contains("...")) {
            return Optional.of(Doubt.CUT_OFF);
        }
        if (text.length() < MIN_LENGTH) {
            return Optional.of(Doubt.SHORT);
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(Doubt.LONG);
        }
        if (MAYBE_MASKED.matcher(text).find()) {
            return Optional.of(Doubt.MASKED);
        }
        if (!TokenExtractor.TOKEN.matcher(text).matches()) {
            return Optional.of(Doubt.SIGNS);
        }
        return EXTRA_SIGN.matcher(text).find() || TokenLabel.mayHaveOneAttached(text)
                ? Optional.of(Doubt.EXTRA_SIGN)
                : Optional.empty();
    }

    private Expiry expiry(String text) {
        return Jwt.read(text)
                .flatMap(Jwt::expires)
                .map(instant -> new Expiry(LocalDate.ofInstant(instant, clock.getZone()), Expiry.Source.TOKEN))
                .orElseGet(() -> Expiry.guessFrom(LocalDate.now(clock)));
    }
}
