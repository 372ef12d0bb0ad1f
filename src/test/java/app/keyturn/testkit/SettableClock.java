package app.keyturn.testkit;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it, for code without pauses; {@link FakeTimer} is for the rest. */
public final class SettableClock extends UtcClock {
    private volatile Instant now;

    public SettableClock() {
        this(Instant.parse("2026-03-10T09:30:00.400Z"));
    }

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration step) {
        now = now.plus(step);
    }

    public void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant instant() {
        return now;
    }
}
