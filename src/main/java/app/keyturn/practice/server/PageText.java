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

/** The texts and the style of this world's pages. */
public final class PageText {
    private static final String BUNDLE = "app.keyturn.practice.pages";

    private final Supplier<Locale> wanted;
    private final ZoneId zone;
    private final String style;

    public PageText(Supplier<Locale> wanted, ZoneId zone) {
        this.wanted = wanted;
        this.zone = zone;
        this.style = resource("/app/keyturn/practice/pages.css");
    }

    /** Begins a page whose title and first heading have this key. */
    public HtmlPage page(String titleKey, Object... arguments) {
        return new HtmlPage(this, text(titleKey, arguments));
    }

    public String text(String key, Object... arguments) {
        Locale language = language();
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE, language).getString(key), language).format(arguments);
    }

    public String date(Instant moment) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), moment);
    }

    public String dateTime(Instant moment) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), moment);
    }

    private String format(DateTimeFormatter form, Instant moment) {
        return form.withLocale(language()).withZone(zone).format(moment);
    }

    /** What is wanted, if there are words in it; else English, where Java would fall back to the system's language. */
    private Locale language() {
        Locale language = wanted.get();
        String found = ResourceBundle.getBundle(BUNDLE, language).getLocale().getLanguage();
        return !found.isEmpty() && found.equals(language.getLanguage()) ? language : Locale.ENGLISH;
    }

    public String languageTag() {
        return language().toLanguageTag();
    }

    String style() {
        return style;
    }

    /** What a content security policy calls the style sheet, so that no other one is obeyed. */
    String styleHash() {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style)) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PageText.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
