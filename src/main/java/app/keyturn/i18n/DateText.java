package app.keyturn.i18n;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A typed date in one notation: plain digits, plain separators, months as tokens, and no words that mean nothing. The
 * first use loads the words of all languages, which takes time: none is needed to show a page.
 */
final class DateText {
    /** A month that was typed as a word. The token begins with a character that is on no keyboard. */
    static final String MONTH = "\\uE000(?<month>\\d\\d)";
    /** A word that is not part of a date. */
    private static final String OTHER_WORD = " ? ";

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern SLASHES = Pattern.compile("[\\u2044\\u2215\\u060D]");
    private static final Pattern DOTS = Pattern.compile("[\\u00B7\\u30FB\\u3002]");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02BC`\\u00B4]");
    private static final Pattern TIME = Pattern.compile("(?:(?<=\\d)t|(?<![\\d:]))\\d{1,2}[:h]\\d{2}"
            + "(?::\\d{2}(?:[.,]\\d+)?)?(?![:\\d])(?:\\s*[ap]\\.?\\s?m\\b\\.?)?(?:\\s*(?:z|utc|gmt)\\b)?"
            + "(?:\\s*[+-]\\d{2}:?\\d{2}\\b)?");
    /** "15時30分", "오후 3시 30분". */
    private static final Pattern EAST_ASIAN_TIME = Pattern
            .compile("\\d{1,2}\\s*[時时시](?:\\s*\\d{1,2}\\s*[分분](?:\\s*\\d{1,2}\\s*[秒초])?)?");
    private static final Pattern REIWA = Pattern
            .compile("(?<![\\p{L}\\d])(?:令和|r|r\\.)\\s*(元|\\d{1,2})(?=\\s*[年./-])");
    private static final int YEAR_BEFORE_REIWA = 2018;
    private static final Pattern YEAR_SIGN = Pattern.compile("(?<=\\d)\\s*[年년]");
    private static final Pattern MONTH_SIGN = Pattern.compile("(?<!\\d)(\\d{1,2})\\s*[月월]");
    private static final Pattern DAY_SIGN = Pattern.compile("(?<=\\d)\\s*[日号號일]");
    private static final Pattern ORDINAL = Pattern
            .compile("(?<=\\d)(?:st|nd|rd|th|te[nr]?|er|re|eme|ste|de|e|\\.?[oa])(?![\\p{L}\\p{M}])");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:\\.\\p{L}[\\p{L}\\p{M}]*)*\\.?");

    private static final DateWords WORDS = new DateWords();

    private DateText() {}

    /** The text in this notation, without spaces around it. */
    static String normalize(String typed) {
        String text = plain(typed);
        text = TIME.matcher(text).replaceAll(" ");
        text = EAST_ASIAN_TIME.matcher(text).replaceAll(" ");
        text = REIWA.matcher(text).replaceAll(DateText::internationalYear);
        text = YEAR_SIGN.matcher(text).replaceAll("-");
        text = MONTH_SIGN.matcher(text).replaceAll(month -> token(Integer.parseInt(month.group(1))));
        text = DAY_SIGN.matcher(text).replaceAll(" ");
        text = ORDINAL.matcher(text).replaceAll("");
        return SPACES.matcher(replaceWords(text)).replaceAll(" ").strip();
    }

    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(character -> plain.appendCodePoint(
                        Character.isDigit(character) ? '0' + Character.digit(character, 10) : character));
        String text = SPACES.matcher(plain.toString().toLowerCase(Locale.ROOT)).replaceAll(" ");
        text = DASHES.matcher(text).replaceAll("-");
        text = SLASHES.matcher(text).replaceAll("/");
        text = DOTS.matcher(text).replaceAll(".");
        text = APOSTROPHES.matcher(text).replaceAll("'");
        return text.replace('\u060C', ',');
    }

    private static String internationalYear(MatchResult era) {
        String year = era.group(1);
        return String.valueOf(YEAR_BEFORE_REIWA + ("元".equals(year) ? 1 : Integer.parseInt(year)));
    }

    private static String replaceWords(String text) {
        long months = WORD.matcher(text).results().filter(word -> WORDS.month(word.group()).isPresent()).count();
        // In "mar. 9 mars 2027" the first word is a weekday.
        boolean[] hasWeekday = {months < 2 || NUMBER.matcher(text).results().count() > 2};
        return WORD.matcher(text).replaceAll(found -> {
            String word = found.group();
            OptionalInt month = WORDS.month(word);
            boolean weekday = WORDS.isWeekday(word);
            if (month.isPresent() && weekday && !hasWeekday[0]) {
                hasWeekday[0] = true;
                return " ";
            }
            if (month.isPresent()) {
                return token(month.getAsInt());
            }
            return weekday || WORDS.isBetween(word) ? " " : Matcher.quoteReplacement(OTHER_WORD);
        });
    }

    private static String token(int month) {
        return String.format(Locale.ROOT, " \uE000%02d ", month);
    }
}
