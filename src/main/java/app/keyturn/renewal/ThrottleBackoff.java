package app.keyturn.renewal;

import app.keyturn.renewal.RetryWait.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pauses of one operation before its requests are repeated: as long as Microsoft asks for; if it does not say, each
 * twice as long as the one before. Source: Microsoft Learn, "Microsoft Graph throttling guidance". Measured in elapsed
 * time, so a clock that is set meanwhile changes nothing.
 */
public final class ThrottleBackoff {
    private final Timer timer;
    private final Limits limits;
    private final Duration began;
    private Duration asked = Duration.ZERO;
    private Duration nextPause;

    /**
     * Creates the pauses of one operation, which begins now.
     *
     * @param limits how long they may be in all, and the operation with them
     */
    public ThrottleBackoff(Timer timer, Limits limits) {
        this.timer = timer;
        this.limits = limits;
        this.began = timer.uptime();
        this.nextPause = limits.repeatPause();
    }

    /**
     * Waits because Microsoft is busy, if there is time for it.
     *
     * @param wanted how long Microsoft asks to wait; empty if it does not say
     * @return false if that is too long; then this does not wait
     * @throws InterruptedException if interrupted meanwhile
     */
    public boolean pauseOrGiveUp(Optional<Duration> wanted) throws InterruptedException {
        try {
            // A pause of zero does not help.
            Optional<Duration> positive = wanted.filter(Duration::isPositive);
            return positive.isPresent()
                    ? pauseAsAsked(positive.get())
                    : pauseOrGiveUp(Reason.BUSY, limits.repeat(), Duration.ZERO);
        } finally {
            timer.retriesOver();
        }
    }

    /**
     * Waits because a request failed, if there is time for it. The window shows it until {@link Timer#retriesOver}.
     *
     * @param limit how long after the operation began the last attempt may start; the pauses that Microsoft has asked
     *     for do not count
     * @param least the shortest pause that may help
     * @return false if the time is up; then this does not wait
     * @throws InterruptedException if interrupted meanwhile
     */
    public boolean pauseOrGiveUp(Reason reason, Duration limit, Duration least) throws InterruptedException {
        Duration pause = longer(nextPause, least);
        if (!pause(reason, pause, limit.plus(asked))) {
            return false;
        }
        nextPause = shorter(nextPause.multipliedBy(2), limits.longestPause());
        return true;
    }

    /** True while the operation has taken no longer than this, not counting the pauses that Microsoft has asked for. */
    public boolean isWithin(Duration limit) {
        return sinceBegin().compareTo(limit.plus(asked)) <= 0;
    }

    private boolean pauseAsAsked(Duration pause) throws InterruptedException {
        Duration inAll = asked.plus(pause);
        if (inAll.compareTo(limits.busy()) > 0 || !pause(Reason.BUSY, pause, limits.step())) {
            return false;
        }
        asked = inAll;
        return true;
    }

    /** Waits unless the next attempt would begin too late. */
    private boolean pause(Reason reason, Duration pause, Duration limit) throws InterruptedException {
        Duration last = shorter(limit, limits.step());
        Duration next = sinceBegin().plus(pause);
        if (next.compareTo(last) > 0) {
            return false;
        }
        // What passes at once needs no notice.
        if (reason == Reason.BUSY || next.compareTo(limits.slow()) >= 0) {
            Instant at = timer.now().plus(pause);
            timer.retryPause(new RetryWait(reason, pause, at, at.plus(last).minus(next)));
        } else {
            timer.pause(pause);
        }
        return true;
    }

    private Duration sinceBegin() {
        return timer.uptime().minus(began);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
