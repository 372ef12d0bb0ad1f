package app.keyturn.i18n;

import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * All texts of the window, in the user's language, which can change at any time. A node therefore never keeps a
 * finished text: it keeps a {@linkplain #live live} one, or {@linkplain #subscribe subscribes} to the language. Texts
 * can be read on any thread; the language is changed on the JavaFX thread.
 */
public final class Messages {
    private static final String BUNDLE = "app.keyturn.messages";
    private static final ObservableValue<String> EMPTY = new ReadOnlyStringWrapper("");

    private final Locale region;
    private final ReadOnlyObjectWrapper<Locale> language = new ReadOnlyObjectWrapper<>(this, "language");
    private volatile Texts texts;

    private Messages(Locale locale, Locale region) {
        this.region = region;
        texts = texts(locale);
        language.set(locale());
    }

    /** The texts of a language, or English if there are none; dates are formatted as usual in that locale's country. */
    public static Messages in(Locale locale) {
        return in(locale, locale);
    }

    /**
     * The texts of a language, or English if there are none.
     *
     * @param region its country decides how dates and times are formatted, as far as the language allows
     */
    public static Messages in(Locale language, Locale region) {
        return new Messages(language, region);
    }

    /** A copy in the same language, without the listeners of this one. */
    public Messages copy() {
        return new Messages(locale(), region);
    }

    /** Changes the language of everything that is shown. Call this on the JavaFX thread. */
    public void setLanguage(Locale locale) {
        texts = texts(locale);
        language.set(locale());
    }

    /** The language of the texts, for everything that changes with it. */
    public ReadOnlyObjectProperty<Locale> language() {
        return language.getReadOnlyProperty();
    }

    /** The texts of the current language; the result does not change with the language. */
    public Texts texts() {
        return texts;
    }

    public ResourceBundle bundle() {
        return texts.bundle();
    }

    /** A text that changes with the language; see {@link #text}. */
    public ObservableValue<String> live(String key, Object... arguments) {
        return live(() -> text(key, arguments));
    }

    /**
     * A text that changes with the language.
     *
     * @param text builds it from this object's texts
     * @param causes what else the text depends on
     */
    public ObservableValue<String> live(Supplier<String> text, Observable... causes) {
        return Bindings.createStringBinding(text::get,
                Stream.concat(Stream.of(language), Stream.of(causes)).toArray(Observable[]::new));
    }

    /** No text, in any language. */
    public static ObservableValue<String> empty() {
        return EMPTY;
    }

    /** Calls the consumer now, and again whenever the value or the language changes. */
    public <T extends @Nullable Object> void subscribe(ObservableValue<T> value, Consumer<? super T> show) {
        value.subscribe(show);
        language.subscribe((_, _) -> show.accept(value.getValue()));
    }

    /**
     * A text with its placeholders filled.
     *
     * @param key must be in the bundle
     * @param arguments for {@code {0}}, {@code {1}} and so on
     */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** A date, with the month in letters. */
    public String day(LocalDate day) {
        return texts.day(day);
    }

    /** A time of day, to the minute. */
    public String time(LocalTime time) {
        return texts.time(time);
    }

    /** A time of day, to the second. */
    public String timeWithSeconds(LocalTime time) {
        return texts.timeWithSeconds(time);
    }

    /** A month with its year. */
    public String month(YearMonth month) {
        return texts.month(month);
    }

    /** A percentage. */
    public String percent(int percent) {
        return texts.percent(percent);
    }

    /** The headline of a problem. */
    public String title(Problem problem) {
        return text("problem." + problem.code().id() + ".title");
    }

    /**
     * What happened, and the most common reason.
     *
     * @param organisation the organisation's name, for problems that mention it
     */
    public String whatHappened(Problem problem, String organisation) {
        if (problem.clockBehind().isPresent()) {
            return ClockText.wrongBy(problem.clockBehind().get(), this);
        }
        String what = text("problem." + problem.code().id() + ".what", organisation);
        if (!problem.keys().isEmpty()) {
            return what + " " + text("problem.keys", String.join(", ", problem.keys()));
        }
        return problem.issuer().map(issuer -> what + " " + text("problem.issuer", issuer)).orElse(what);
    }

    /** The one thing to do now, which is also the problem's action. */
    public String whatToDo(Problem problem) {
        String todo = text("problem." + problem.code().id() + ".do");
        // The same words as before the save, but after it the action only checks.
        return problem.action() == Action.CHECK_AGAIN && problem.code().action() != Action.CHECK_AGAIN
                ? todo + " " + text("problem.check.only")
                : todo;
    }

    /** Who else can help. */
    public String whoCanHelp(Problem problem) {
        return text("problem." + problem.code().id() + ".who");
    }

    /** For the status line: what all attempts so far have changed. */
    public String changeSummary(ChangeState changed) {
        return text(changed == ChangeState.NOTHING ? "frame.nothing-changed" : "changed." + changed);
    }

    /** Whether anything was changed. */
    public String changed(Problem problem) {
        return text("changed." + problem.changed());
    }

    /** What that means for the sync, in a second, quieter sentence. */
    public String changedMeans(Problem problem) {
        return text("changed." + problem.changed() + ".means");
    }

    /** The label of the button for the problem's action. */
    public String action(Problem problem) {
        return text("action." + problem.action());
    }

    /** The language of the texts. */
    public Locale locale() {
        return texts.locale();
    }

    /** How dates and times are formatted: in the language of the texts, with the conventions of the user's country. */
    public Locale formatLocale() {
        return texts.formatLocale();
    }

    /** The language and country of the user's own dates: the system's, whatever the language of the texts. */
    public Locale userLocale() {
        return region;
    }

    private Texts texts(Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return new Texts(bundle,
                new Locale.Builder().setLanguage(bundle.getLocale().getLanguage())
                        .setRegion(region.getCountry())
                        .build());
    }

    /** The texts of a language, if there are any; else English, where Java would fall back to the system's language. */
    private static ResourceBundle bundle(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        String found = bundle.getLocale().getLanguage();
        return !found.isEmpty() && found.equals(locale.getLanguage())
                ? bundle
                : ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
    }
}
