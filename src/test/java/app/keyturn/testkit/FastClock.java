package app.keyturn.testkit;

import java.time.Duration;
import java.time.Instant;

/** A clock that runs faster than the real one, so that a sync cycle of seconds takes a moment. */
public final class FastClock extends UtcClock {
    private static final int TIMES = 10;

    private final Instant began = Instant.now();
    private final long from = System.nanoTime();
    private volatile Duration leapt = Duration.ZERO;

    @Override
    public Instant instant() {
        return began.plus(Duration.ofNanos(System.nanoTime() - from).multipliedBy(TIMES)).plus(leapt);
    }

    /** Moves the clock forward. */
    public void advance(Duration time) {
        leapt = leapt.plus(time);
    }
}
