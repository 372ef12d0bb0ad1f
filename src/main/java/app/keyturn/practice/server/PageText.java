package app.keyturn.practice.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/** The translated texts and the style sheet of the practice world's pages. */
public final class PageText {
    private static final String BUNDLE = "app.keyturn.practice.pages";

    private final Supplier<Locale> requestedLocale;
    private final ZoneId zone;
    private final String style;

    /**
     * Creates the texts for pages.
     *
     * @param requestedLocale read for each text
     * @param zone of the dates on pages
     */
    public PageText(Supplier<Locale> requestedLocale, ZoneId zone) {
        this.requestedLocale = requestedLocale;
        this.zone = zone;
        this.style = resource("/app/keyturn/practice/pages.css");
    }

    /** Starts a page whose title and first heading have this key. */
    public HtmlPage page(String titleKey, Object... arguments) {
        return new HtmlPage(this, text(titleKey, arguments));
    }

    String text(String key, Object... arguments) {
        Locale locale = locale();
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale).format(arguments);
    }

    /** A date, as the language of the pages writes it. */
    public String date(Instant moment) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), moment);
    }

    /** A date and time, as the language of the pages writes it. */
    public String dateTime(Instant moment) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), moment);
    }

    private String format(DateTimeFormatter formatter, Instant moment) {
        return formatter.withLocale(locale()).withZone(zone).format(moment);
    }

    /** The requested locale if it is translated, else English. Java would fall back to the system's language. */
    private Locale locale() {
        Locale locale = requestedLocale.get();
        String found = ResourceBundle.getBundle(BUNDLE, locale).getLocale().getLanguage();
        return !found.isEmpty() && found.equals(locale.getLanguage()) ? locale : Locale.ENGLISH;
    }

    String languageTag() {
        return locale().toLanguageTag();
    }

    String style() {
        return style;
    }

    /** The style sheet's hash for the content security policy, so that browsers accept no other. */
    String styleHash() {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style)) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PageText.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
