package app.keyturn.testkit;

import app.keyturn.renewal.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only when somebody lets some pass. */
public final class FakeTimer implements Timer {
    /** What would be done if the time that was last given were up. */
    public Runnable alarm = () -> {};
    /** The pauses that Microsoft asked for. */
    public final List<Duration> holdUps = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00.25Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void throttlePause(Duration duration) {
        holdUps.add(duration);
        pause(duration);
    }

    @Override
    public Alarm schedule(Duration delay, Runnable action) {
        alarm = action;
        return () -> alarm = () -> {};
    }
}
