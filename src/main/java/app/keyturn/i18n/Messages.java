package app.keyturn.i18n;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
 * Every word the person reads, in their language, which they may change at any time. So nothing that shows words keeps
 * a finished sentence: it keeps a {@linkplain #live live} one, or is {@linkplain #subscribe told} when the language changes.
 * Texts can be asked for on any thread; the language is changed on the window's.
 */
public final class Messages {
    private static final String BUNDLE = "app.keyturn.messages";
    private static final ObservableValue<String> SILENCE = new ReadOnlyStringWrapper("");

    private final Locale person;
    private final ReadOnlyObjectWrapper<Locale> language = new ReadOnlyObjectWrapper<>(this, "language");
    private volatile ResourceBundle bundle;

    private Messages(Locale wanted, Locale person) {
        this.person = person;
        bundle = bundle(wanted);
        language.set(locale());
    }

    /** The texts of a language, or English where there are none; days are written as usual where that locale is. */
    public static Messages in(Locale locale) {
        return in(locale, locale);
    }

    /**
     * The texts of a language, or English where there are none.
     *
     * @param language of the words
     * @param person how the person writes days and times, as far as the language's words allow it
     */
    public static Messages in(Locale language, Locale person) {
        return new Messages(language, person);
    }

    /** Others in the same language, whose followers are not these ones' followers. */
    public Messages others() {
        return new Messages(locale(), person);
    }

    /** Changes the language, at once and for everything that is shown. To be called on the window's thread. */
    public void setLanguage(Locale wanted) {
        bundle = bundle(wanted);
        language.set(locale());
    }

    /** The language of the texts, for everything that has to change with it. */
    public ReadOnlyObjectProperty<Locale> language() {
        return language.getReadOnlyProperty();
    }

    /** The texts. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** A text that changes with the language. See {@link #text}. */
    public ObservableValue<String> live(String key, Object... gaps) {
        return live(() -> text(key, gaps));
    }

    /**
     * Words that change with the language.
     *
     * @param words makes them of this object's texts
     * @param causes what else they change with
     */
    public ObservableValue<String> live(Supplier<String> words, Observable... causes) {
        return Bindings.createStringBinding(words::get,
                Stream.concat(Stream.of(language), Stream.of(causes)).toArray(Observable[]::new));
    }

    /** Words that are none, in every language. */
    public static ObservableValue<String> empty() {
        return SILENCE;
    }

    /** Shows a value now, and again whenever it or the language changes. */
    public <T extends @Nullable Object> void subscribe(ObservableValue<T> value, Consumer<? super T> show) {
        value.subscribe(show);
        language.subscribe((_, _) -> show.accept(value.getValue()));
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

    /** A day as people of this language write it, the month in letters. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(formatLocale()).format(day);
    }

    /** A time of day as people of this language write it, to the minute. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(formatLocale()).format(time);
    }

    /** A time of day as people of this language write it, to the second. */
    public String timeWithSeconds(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(formatLocale()).format(time);
    }

    /** A month as people of this language write it. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(formatLocale()).format(month);
    }

    /** A share in percent, as people of this language write it. */
    public String percent(int of100) {
        return NumberFormat.getPercentInstance(formatLocale()).format(of100 / 100.0);
    }

    /** The headline of a problem. */
    public String title(Problem problem) {
        return text("problem." + problem.code().id() + ".title");
    }

    /**
     * What happened, and why, most often.
     *
     * @param organisation what the organisation is called, for the problems that name it
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

    /** What to do now: the one thing, which the problem's action does. */
    public String whatToDo(Problem problem) {
        return text("problem." + problem.code().id() + ".do");
    }

    /** Who else can help. */
    public String whoCanHelp(Problem problem) {
        return text("problem." + problem.code().id() + ".who");
    }

    /** How things stand, for the status line: what attempts so far have changed. */
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

    /** What the button of the problem's one action reads. */
    public String action(Problem problem) {
        return text("action." + problem.action());
    }

    /** The language of the texts. */
    public Locale locale() {
        return bundle.getLocale();
    }

    /** How days and times are written: in the language of the texts, as is usual where the person is. */
    public Locale formatLocale() {
        return new Locale.Builder().setLanguage(locale().getLanguage()).setRegion(person.getCountry()).build();
    }

    /** The words of a language, if there are any; else English, where Java would fall back to the system's language. */
    private static ResourceBundle bundle(Locale wanted) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, wanted);
        String found = bundle.getLocale().getLanguage();
        return !found.isEmpty() && found.equals(wanted.getLanguage())
                ? bundle
                : ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
    }
}
