package app.keyturn.renewal;

import java.time.LocalDate;

/**
 * When a token expires.
 *
 * @param date the last day
 * @param source how the date is known
 */
public record Expiry(LocalDate date, Source source) {
    /** How a date is known. */
    public enum Source {
        /**
         * One calendar year from the day it was pasted: Apple's usual lifetime, not yet compared with what Apple shows.
         */
        GUESS,
        /** Read from the token itself. */
        TOKEN,
        /** Confirmed by the user, who has seen it at Apple. */
        CONFIRMED
    }

    /** The guess for a token made on a day. */
    public static Expiry guessFrom(LocalDate day) {
        return new Expiry(day.plusYears(1), Source.GUESS);
    }

    /** The date as the user has seen it at Apple. */
    public static Expiry confirmed(LocalDate date) {
        return new Expiry(date, Source.CONFIRMED);
    }
}
