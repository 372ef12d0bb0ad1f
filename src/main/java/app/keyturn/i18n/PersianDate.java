package app.keyturn.i18n;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Converts dates of the Persian (Solar Hijri) calendar, which Java does not have. Six months of 31 days, five of 30, and
 * a last one of 29 or 30.
 *
 * <p>Leap years follow the cycle of 33 years, which agrees with the official, astronomical ones from 1178 to 1633
 * (K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74, 1996).
 */
final class PersianDate {
    private static final int FIRST_YEAR = 1178;
    private static final int LAST_YEAR = 1633;
    private static final int KNOWN_YEAR = 1403;
    private static final LocalDate KNOWN_NEW_YEAR = LocalDate.of(2024, 3, 20);
    private static final int LONG_MONTHS = 6;

    private PersianDate() {}

    /** @throws DateTimeException if there is no such day, or the year is out of the range above */
    static LocalDate toLocalDate(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            throw new DateTimeException("There is no such day in the Persian calendar");
        }
        int monthStart = (month - 1) * 30 + Math.min(month - 1, LONG_MONTHS);
        return newYear(year).plusDays(monthStart + day - 1L);
    }

    private static LocalDate newYear(int year) {
        LocalDate newYear = KNOWN_NEW_YEAR;
        for (int before = KNOWN_YEAR; before < year; before++) {
            newYear = newYear.plusDays(length(before));
        }
        for (int before = KNOWN_YEAR; before > year; before--) {
            newYear = newYear.minusDays(length(before - 1));
        }
        return newYear;
    }

    private static int length(int year) {
        return isLeap(year) ? 366 : 365;
    }

    private static int length(int year, int month) {
        if (month <= LONG_MONTHS) {
            return 31;
        }
        return month < 12 || isLeap(year) ? 30 : 29;
    }

    private static boolean isLeap(int year) {
        return switch (year % 33) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }
}
