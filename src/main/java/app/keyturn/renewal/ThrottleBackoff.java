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
    private Duration left;
    private Duration untold;

    /**
     * Makes them, for one use.
     *
     * @param timer lets them pass
     * @param limits how long they may be in all, and the work with them
     */
    public ThrottleBackoff(Timer timer, Limits limits) {
        this.timer = timer;
        this.end = timer.now().plus(limits.step());
        this.left = limits.busy();
        this.untold = limits.repeatPause();
    }

    /**
     * Lets the next one pass, if there is time for it.
     *
     * @param told how long Microsoft wants to be left alone; empty if it does not say
     * @return false if it would be too long, so that nothing was waited for
     * @throws InterruptedException if interrupted meanwhile
     */
    public boolean pass(Optional<Duration> told) throws InterruptedException {
        // No time at all is no help.
        Duration pause = told.filter(Duration::isPositive).orElse(untold);
        if (pause.compareTo(left) > 0 || timer.now().plus(pause).isAfter(end)) {
            return false;
        }
        left = left.minus(pause);
        untold = untold.multipliedBy(2);
        timer.throttlePause(pause);
        return true;
    }
}
