package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;

/** Time that moves only when somebody lets some pass. */
final class FakeTime implements Waiting {
    private Instant now = Instant.parse("2026-03-02T09:00:00.25Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }
}
