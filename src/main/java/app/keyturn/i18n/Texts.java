package app.keyturn.i18n;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts, dates and times in one language.
 *
 * @param bundle the program's texts
 * @param formatLocale how dates and times are formatted; of the same language
 */
public record Texts(ResourceBundle bundle, Locale formatLocale) {

    /** The bundle's language; a bundle without one is English. */
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }

    /**
     * A text with its placeholders filled.
     *
     * @param key must be in the bundle
     * @param arguments for {@code {0}}, {@code {1}} and so on
     */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(arguments);
    }

    /** The text for a constant, under {@code key.CONSTANT}. */
    public String text(String key, Enum<?> constant) {
        return text(key + "." + constant.name());
    }

    /** A date, with the month in letters. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(formatLocale).format(day);
    }

    /** A month with its year, in letters. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(formatLocale).format(month);
    }

    /** A time of day, to the minute. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(formatLocale).format(time);
    }

    /** A time of day, to the second. */
    public String timeWithSeconds(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(formatLocale).format(time);
    }

    /** A percentage. */
    public String percent(int percent) {
        return NumberFormat.getPercentInstance(formatLocale).format(percent / 100.0);
    }

    /** A date and time, to the minute. */
    public String minute(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(formatLocale)
                .format(moment.atZone(zone));
    }

    /** A date and time, to the second, with the offset from UTC. */
    public String second(Instant moment, ZoneId zone) {
        String local = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(formatLocale)
                .format(moment.atZone(zone));
        String offset = DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(moment.atZone(zone));
        return local + " (UTC" + offset + ")";
    }

    /**
     * A name from outside, made safe for a line of text: without line breaks, and without the characters that change
     * the direction of the text after them, which can make one name look like another (Unicode Technical Report 36,
     * "Bidirectional Text Spoofing").
     */
    public static String plain(String name) {
        return name.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .strip();
    }
}
