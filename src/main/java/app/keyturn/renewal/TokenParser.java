package app.keyturn.renewal;

import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.RefusalReason;
import app.keyturn.renewal.TokenCheck.Refused;
import app.keyturn.renewal.TokenCheck.Usable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses a pasted text as a token: removes what copying added, and refuses only texts that are clearly something else.
 * Apple does not document what its tokens look like, so nothing is refused for not looking like one.
 */
public final class TokenParser {
    private static final String PRACTICE_PREFIX = "PRACTICE-";
    private static final int MIN_LENGTH = 20;
    private static final int MAX_LENGTH = 4096;
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final String BREAK = "[\\r\\n\\u0085\\u2028\\u2029]";
    private static final String BLANK = "[\\h\\x0B\\f]";
    private static final String QUOTE = "[\"'`\\u2018-\\u201F\\u00AB\\u00BB]";

    private static final Pattern LINE_BREAKS = Pattern.compile(BREAK + "+");
    private static final Pattern LINE_BREAKS_AROUND = around(BREAK);
    /** Format characters (zero-width space and joiners, byte order mark, directional marks, soft hyphen). */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS_AROUND = around(BLANK);
    private static final Pattern QUOTED = around(QUOTE);
    private static final Pattern BEARER = Pattern
            .compile("^(Authorization:[\\s\\h]*)?Bearer(?:" + BLANK + "+|(?=" + BREAK + ")|$)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "^[a-z][a-z0-9+.-]*://.*|^www\\..*|^(federation|school|business)\\.apple\\.com.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("^[^@/=]+@[^@/=+]+\\.[A-Za-z]{2,}$");
    private static final Pattern CLIENT_ID = Pattern.compile("^SCIM\\." + UUID + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_UUID = Pattern.compile("^" + UUID + "$");
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
        Set<CopyArtifact> removed = EnumSet.noneOf(CopyArtifact.class);
        String text = clean(pasted, removed);
        Optional<RefusalReason> refusal = refusal(text);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        ScimToken token = new ScimToken(text.toCharArray());
        return new Usable(token, removed, doubt(text), expiry(text));
    }

    private static String clean(String pasted, Set<CopyArtifact> removed) {
        String text = without(INVISIBLE, pasted, CopyArtifact.INVISIBLE, removed);
        for (String before = ""; !before.equals(text);) {
            before = text;
            text = without(LINE_BREAKS_AROUND, text, CopyArtifact.LINE_BREAK, removed);
            text = without(BLANKS_AROUND, text, CopyArtifact.WHITE_SPACE_AROUND, removed);
            text = without(QUOTED, text, CopyArtifact.QUOTES, removed);
            text = without(BEARER, text, CopyArtifact.BEARER, removed);
            if (before.equals(text)) {
                // Not earlier: a line break may be all that separates the word Bearer from the token.
                text = without(LINE_BREAKS, text, CopyArtifact.LINE_BREAK, removed);
            }
        }
        return text;
    }

    /** The lookbehind keeps a long run in the middle of a huge paste from being tried once for each character. */
    private static Pattern around(String character) {
        return Pattern.compile("^" + character + "+|(?<!" + character + ")" + character + "+$");
    }

    private static String without(Pattern pattern, String text, CopyArtifact artifact, Set<CopyArtifact> removed) {
        String rest = pattern.matcher(text).replaceAll("");
        if (rest.length() < text.length()) {
            removed.add(artifact);
        }
        return rest;
    }

    private Optional<RefusalReason> refusal(String text) {
        if (text.isEmpty()) {
            return Optional.of(RefusalReason.EMPTY);
        }
        if (WEB_ADDRESS.matcher(text).matches()) {
            return Optional.of(RefusalReason.WEB_ADDRESS);
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
        boolean practiceToken = text.startsWith(PRACTICE_PREFIX);
        if (practiceToken == practice) {
            return Optional.empty();
        }
        return Optional.of(practiceToken ? RefusalReason.PRACTICE_TOKEN : RefusalReason.REAL_TOKEN_IN_PRACTICE);
    }

    private static Optional<Doubt> doubt(String text) {
        if (BARE_UUID.matcher(text).matches()) {
            return Optional.of(Doubt.UUID);
        }
        if (text.length() < MIN_LENGTH) {
            return Optional.of(Doubt.SHORT);
        }
        return text.length() > MAX_LENGTH ? Optional.of(Doubt.LONG) : Optional.empty();
    }

    private Expiry expiry(String text) {
        return Jwt.read(text)
                .flatMap(Jwt::expires)
                .map(instant -> new Expiry(LocalDate.ofInstant(instant, clock.getZone()), Expiry.Source.TOKEN))
                .orElseGet(() -> Expiry.guessFrom(LocalDate.now(clock)));
    }
}
