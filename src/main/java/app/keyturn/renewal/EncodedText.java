package app.keyturn.renewal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What web pages, addresses and mail make of a token's characters. */
final class EncodedText {
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|wbr|b|i|u|em|strong|code|pre|kbd|samp|tt|font|span|div"
                    + "|ul|ol|li|dl|dt|dd|label|table|tbody|thead|tr|td|th)(?:\\h[^<>]{0,200})?/?>",
            Pattern.CASE_INSENSITIVE);
    /** A name in angle brackets alone may be a token. */
    private static final Pattern ELEMENT = Pattern
            .compile("<([A-Za-z][\\w:.-]{0,40})(?:\\h[^<>]{0,200})?>([^<>]*+)</\\1>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,5})|#[xX]([0-9a-fA-F]{1,4})|([a-zA-Z]{2,8}));");
    private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
            Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", "\u00a0"),
            Map.entry("equals", "="), Map.entry("plus", "+"), Map.entry("sol", "/"), Map.entry("lowbar", "_"),
            Map.entry("period", "."), Map.entry("hyphen", "-"), Map.entry("dash", "-"), Map.entry("shy", "\u00ad"),
            Map.entry("colon", ":"), Map.entry("ldquo", "\u201c"), Map.entry("rdquo", "\u201d"),
            Map.entry("hellip", "\u2026"), Map.entry("bull", "\u2022"), Map.entry("laquo", "\u00ab"),
            Map.entry("raquo", "\u00bb"));
    private static final int MAX_NESTED = 4;

    private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern MAIL_PADDING = Pattern.compile("^([^=]+)((?:=3D){1,2})$");
    private static final Pattern TOKEN_CHARACTER = Pattern.compile(TokenLabel.TOKEN_CHARACTER);

    private EncodedText() {}

    /** A line break in place of each HTML tag, and around the text of another element. */
    static String withoutMarkup(String text) {
        return ELEMENT.matcher(TAG.matcher(text).replaceAll("\n")).replaceAll("\n$2\n");
    }

    /** With characters in place of HTML's names and numbers for them. */
    static String entitiesDecoded(String text) {
        String decoded = text;
        for (int level = 0; level < MAX_NESTED && ENTITY.matcher(decoded).find(); level++) {
            decoded = ENTITY.matcher(decoded).replaceAll(EncodedText::decoded);
        }
        return decoded;
    }

    private static String decoded(MatchResult entity) {
        Optional<String> character = Optional.ofNullable(entity.group(1))
                .map(Integer::parseInt)
                .or(() -> Optional.ofNullable(entity.group(2)).map(hex -> Integer.parseInt(hex, 16)))
                .filter(Character::isBmpCodePoint)
                .map(Character::toString)
                .or(() -> Optional.ofNullable(entity.group(3)).map(ENTITIES::get));
        return Matcher.quoteReplacement(character.orElse(entity.group()));
    }

    /**
     * Decodes {@code %3D} and its like (RFC 3986, section 2.1), and mail's {@code =3D} at the end. A text where another
     * percent sign stands stays as it is.
     */
    static String percentDecoded(String text) {
        Matcher padding = MAIL_PADDING.matcher(text);
        if (padding.matches()) {
            return padding.group(1) + "=".repeat(padding.group(2).length() / 3);
        }
        boolean all = text.indexOf('%') >= 0 && PERCENT.matcher(text).replaceAll("").indexOf('%') < 0
                && PERCENT.matcher(text)
                        .results()
                        .allMatch(found -> TOKEN_CHARACTER.matcher(character(found)).matches());
        return all ? PERCENT.matcher(text).replaceAll(EncodedText::character) : text;
    }

    private static String character(MatchResult percent) {
        return Character.toString(Integer.parseInt(percent.group(1), 16));
    }

    /** A text that is one token several times in a row, once. A shorter pattern may be a token's own. */
    static String once(String text) {
        int length = text.length();
        int period = length - longestBorder(text);
        return period >= TokenParser.MIN_LENGTH && period < length && length % period == 0
                ? text.substring(0, period)
                : text;
    }

    /** The length of the longest part that a text both begins and ends with (Knuth, Morris and Pratt). */
    private static int longestBorder(String text) {
        int[] border = new int[text.length()];
        for (int end = 1; end < text.length(); end++) {
            int length = border[end - 1];
            while (length > 0 && text.charAt(end) != text.charAt(length)) {
                length = border[length - 1];
            }
            border[end] = text.charAt(end) == text.charAt(length) ? length + 1 : length;
        }
        return text.isEmpty() ? 0 : border[text.length() - 1];
    }
}
