package app.keyturn.i18n;

import java.time.LocalDate;
import java.util.List;

/** What a typed date means. */
public sealed interface DateReading {
    /** Nothing was typed. */
    record Empty() implements DateReading {}

    /** The text means one day. */
    record Day(LocalDate day) implements DateReading {}

    /**
     * The user has to say which day is meant: the text fits several, or leaves something open, such as the year.
     *
     * @param days the possible days, earliest first; at least one
     */
    record Ambiguous(List<LocalDate> days) implements DateReading {
        public Ambiguous {
            days = days.stream().distinct().sorted().toList();
        }
    }

    /** The text is not a date, or not a day that exists. */
    record Unreadable() implements DateReading {}
}
