package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pauses of one piece of work that Microsoft is too busy for: as long as it asks for, and where it does not say, each
 * twice as long as the one before. Source: Microsoft Learn, "Microsoft Graph throttling guidance".
 */
public final class ThrottleBackoff {
    private final Timer timer;
    private final Instant end;
    private Duration remaining;
    private Duration nextPause;

    /**
     * Makes them, for one use.
     *
     * @param timer lets them pass
     * @param limits how long they may be in all, and the work with them
     */
    public ThrottleBackoff(Timer timer, Limits limits) {
        this.timer = timer;
        this.end = timer.now().plus(limits.step());
        this.remaining = limits.busy();
        this.nextPause = limits.repeatPause();
    }

    /**
     * Lets the next one pass, if there is time for it.
     *
     * @param wanted how long Microsoft wants to be left alone; empty if it does not say
     * @return false if it would be too long, so that nothing was waited for
     * @throws InterruptedException if interrupted meanwhile
     */
    public boolean pauseOrGiveUp(Optional<Duration> wanted) throws InterruptedException {
        // No time at all is no help.
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
