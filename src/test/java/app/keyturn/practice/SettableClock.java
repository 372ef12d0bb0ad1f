package app.keyturn.practice;

import app.keyturn.UtcClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it. */
final class SettableClock extends UtcClock {
    private volatile Instant now = Instant.parse("2026-03-10T09:30:00.400Z");

    void advance(Duration step) {
        now = now.plus(step);
    }

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant instant() {
        return now;
    }
}
