package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pauses of one operation while Microsoft is busy: as long as Microsoft asks for; if it does not say, each twice as
 * long as the one before. Source: Microsoft Learn, "Microsoft Graph throttling guidance".
 */
public final class ThrottleBackoff {
    private final Timer timer;
    private final Instant end;
    private Duration remaining;
    private Duration nextPause;

    /**
     * Creates the pauses of one operation.
     *
     * @param limits how long they may be in all, and the operation with them
     */
    public ThrottleBackoff(Timer timer, Limits limits) {
        this.timer = timer;
        this.end = timer.now().plus(limits.step());
        this.remaining = limits.busy();
        this.nextPause = limits.repeatPause();
    }

    /**
     * Waits, if there is time for it.
     *
     * @param wanted how long Microsoft asks to wait; empty if it does not say
     * @return false if that is too long; then this does not wait
     * @throws InterruptedException if interrupted meanwhile
     */
    public boolean pauseOrGiveUp(Optional<Duration> wanted) throws InterruptedException {
        // A pause of zero does not help.
        Duration pause = wanted.filter(Duration::isPositive).orElse(nextPause);
        if (pause.compareTo(remaining) > 0 || timer.now().plus(pause).isAfter(end)) {
            return false;
        }
        remaining = remaining.minus(pause);
        nextPause = nextPause.multipliedBy(2);
        timer.throttlePause(pause);
        return true;
    }
}
