package app.keyturn.i18n;

import java.time.Duration;

/** How wrong the computer's clock is, as roughly as people say it. */
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
        String about = about(behind.abs(), messages);
        return messages.text(behind.isNegative() ? "problem.clock.ahead" : "problem.clock.behind", about);
    }

    private static String about(Duration span, Messages messages) {
        if (span.compareTo(HOUR) < 0) {
            return messages.text("clock.minutes", span.toMinutes());
        }
        if (span.compareTo(TWO_DAYS) < 0) {
            return messages.text("clock.hours", span.plusMinutes(30).toHours());
        }
        long days = span.plusHours(12).toDays();
        return days < 2 * YEAR ? messages.text("clock.days", days) : messages.text("clock.years", days / YEAR);
    }
}
