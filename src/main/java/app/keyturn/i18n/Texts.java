package app.keyturn.i18n;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words, days and times in the person's language.
 *
 * @param bundle the program's texts
 * @param formatLocale how the person writes days and times; of the same language
 */
public record Texts(ResourceBundle bundle, Locale formatLocale) {

    /** The bundle's language; the one with no name is English. */
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }

    /**
     * A text, with its gaps filled.
     *
     * @param key must stand in the bundle
     * @param gaps for {@code {0}}, {@code {1}} and so on
     */
    public String text(String key, Object... gaps) {
        String pattern = bundle.getString(key);
        return gaps.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(gaps);
    }

    /** A text that depends on a constant: {@code key.CONSTANT}. */
    public String text(String key, Enum<?> constant) {
        return text(key + "." + constant.name());
    }

    /** A day, the month in letters. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(formatLocale).format(day);
    }

    /** A time with its day, to the minute. */
    public String minute(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(formatLocale)
                .format(moment.atZone(zone));
    }

    /** A time with its day, to the second, and how far the zone is from UTC. */
    public String second(Instant moment, ZoneId zone) {
        String local = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(formatLocale)
                .format(moment.atZone(zone));
        String offset = DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(moment.atZone(zone));
        return local + " (UTC" + offset + ")";
    }

    /**
     * A name from outside, made fit to stand in a line of text: no line breaks, and none of the characters that turn
     * the direction of what follows, with which a name can pretend to be another (Unicode Technical Report 36,
     * "Bidirectional Text Spoofing").
     */
    public static String plain(String name) {
        return name.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .strip();
    }
}
