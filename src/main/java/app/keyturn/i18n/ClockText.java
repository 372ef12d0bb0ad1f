package app.keyturn.i18n;

import java.time.Duration;

/** Describes how far the computer's clock is off, in round numbers. */
final class ClockText {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final int YEAR = 365;

    private ClockText() {}

    /**
     * Says how far the clock is off, in which direction, and what that means.
     *
     * @param behind negative if the clock is ahead
     */
    static String wrongBy(Duration behind, Messages messages) {
        String rounded = rounded(behind.abs(), messages);
        return messages.text(behind.isNegative() ? "problem.clock.ahead" : "problem.clock.behind", rounded);
    }

    private static String rounded(Duration skew, Messages messages) {
        if (skew.compareTo(HOUR) < 0) {
            return messages.text("clock.minutes", skew.toMinutes());
        }
        if (skew.compareTo(TWO_DAYS) < 0) {
            return messages.text("clock.hours", skew.plusMinutes(30).toHours());
        }
        long days = skew.plusHours(12).toDays();
        return days < 2 * YEAR ? messages.text("clock.days", days) : messages.text("clock.years", days / YEAR);
    }
}
