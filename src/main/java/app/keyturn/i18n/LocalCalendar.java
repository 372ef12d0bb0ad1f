package app.keyturn.i18n;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.MinguoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A calendar in which a user may write a date. For one user, the years of two calendars do not overlap in our time, so
 * the year tells which calendar is meant.
 */
enum LocalCalendar {
    INTERNATIONAL(1900, 2000),
    /** Thailand's; its year 2570 is 2027. */
    BUDDHIST(2443, 2500),
    /** Taiwan's; its year 116 is 2027. */
    MINGUO(100, 100),
    /** Saudi Arabia's, Umm al-Qura; its year 1448 begins in June 2026. */
    HIJRI(1400, 1400),
    /** Iran's and Afghanistan's; its year 1406 begins on 21 March 2027. */
    PERSIAN(1300, 1400);

    /** How many years a calendar accepts, as long as nothing else limits them. */
    private static final int YEARS = 300;

    private final int firstYear;
    private final int century;

    /**
     * @param firstYear the first year that is accepted
     * @param century the year that the two digits of a short year are added to
     */
    LocalCalendar(int firstYear, int century) {
        this.firstYear = firstYear;
        this.century = century;
    }

    /** The calendars of a user. */
    static Set<LocalCalendar> of(Locale user) {
        return EnumSet.of(INTERNATIONAL, switch (user.getLanguage()) {
            case "th" -> BUDDHIST;
            case "fa", "ps" -> PERSIAN;
            case "ar" -> HIJRI;
            default -> switch (user.getCountry()) {
                case "TH" -> BUDDHIST;
                case "IR", "AF" -> PERSIAN;
                case "SA" -> HIJRI;
                case "TW" -> MINGUO;
                default -> INTERNATIONAL;
            };
        });
    }

    /**
     * The day that a user means.
     *
     * @param calendars the user's
     * @param year as typed; two digits are a year near today
     * @return empty if there is no such day
     */
    static Optional<LocalDate> read(Set<LocalCalendar> calendars, String year, int month, int day, LocalDate today) {
        int number = Integer.parseInt(year);
        boolean isShort = year.length() == 2;
        return calendars.stream()
                .filter(calendar -> isShort || calendar.contains(number))
                .flatMap(calendar -> calendar.find(isShort ? calendar.century + number : number, month, day).stream())
                .min(Comparator.comparingLong(found -> Math.abs(found.toEpochDay() - today.toEpochDay())));
    }

    /** @throws DateTimeException if there is no such day */
    private ChronoLocalDate date(int year, int month, int day) {
        return switch (this) {
            case INTERNATIONAL -> LocalDate.of(year, month, day);
            case BUDDHIST -> ThaiBuddhistChronology.INSTANCE.date(year, month, day);
            case MINGUO -> MinguoChronology.INSTANCE.date(year, month, day);
            case HIJRI -> HijrahChronology.INSTANCE.date(year, month, day);
            case PERSIAN -> PersianDate.toLocalDate(year, month, day);
        };
    }

    private Optional<LocalDate> find(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.from(date(year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private boolean contains(int year) {
        return year >= firstYear && year < firstYear + YEARS;
    }
}
