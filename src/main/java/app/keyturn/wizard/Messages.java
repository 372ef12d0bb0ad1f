package app.keyturn.wizard;

import app.keyturn.renewal.AppProblem;
import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SaveProblem;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.SignInProblem;
import app.keyturn.renewal.SyncProblem;
import app.keyturn.renewal.TokenProblem;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word the person reads, in their language.
 *
 * @param bundle the texts
 */
public record Messages(ResourceBundle bundle) {
    private static final String BUNDLE = "app.keyturn.messages";

    /** The texts of a language, or English where there are none. */
    public static Messages in(Locale locale) {
        return new Messages(ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
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
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day);
    }

    /** A time of day as people of this language write it, to the minute. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()).format(time);
    }

    /** A time of day as people of this language write it, to the second. */
    public String timeWithSeconds(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale()).format(time);
    }

    /** A month as people of this language write it. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(month);
    }

    /** The headline of a problem. */
    public String title(Problem problem) {
        return text("problem." + problem.code() + ".title");
    }

    /**
     * What happened, and why, most often.
     *
     * @param organisation what the organisation is called, for the problems that name it
     */
    public String whatHappened(Problem problem, String organisation) {
        String what = text("problem." + problem.code() + ".what", organisation);
        return switch (problem) {
            case SaveProblem save when !save.keys().isEmpty() ->
                what + " " + text("problem.keys", String.join(", ", save.keys()));
            case ServiceProblem service when service.issuer().isPresent() ->
                what + " " + text("problem.issuer", service.issuer().get());
            case ServiceProblem service when service.clockBehind().isPresent() ->
                ClockWords.wrongBy(service.clockBehind().get(), this);
            case ServiceProblem _,SignInProblem _,AppProblem _,TokenProblem _,SaveProblem _,SyncProblem _ -> what;
        };
    }

    /** What to do now: the one thing, which the problem's action does. */
    public String whatToDo(Problem problem) {
        return text("problem." + problem.code() + ".do");
    }

    /** Who else can help. */
    public String whoCanHelp(Problem problem) {
        return text("problem." + problem.code() + ".who");
    }

    /** How things stand, for the status line: what attempts so far have changed. */
    public String standing(Changed changed) {
        return text(changed == Changed.NOTHING ? "frame.nothing-changed" : "changed." + changed);
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
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }
}
