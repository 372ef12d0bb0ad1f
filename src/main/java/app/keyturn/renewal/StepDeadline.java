package app.keyturn.renewal;

import java.time.Duration;

/**
 * Ends a step that takes too long, by interrupting its thread. The time of the save itself does not count: it has its
 * own time limits, and must not be interrupted before its result is known.
 */
final class StepDeadline implements AutoCloseable {
    private final Timer timer;
    private final Duration limit;
    private final Thread worker = Thread.currentThread();
    private Timer.Alarm alarm = () -> {};
    private Duration remaining;
    private Duration resumedAt;
    private boolean counting;
    private int suspensions;
    private boolean expired;

    /**
     * Creates a deadline for this thread, not running yet.
     *
     * @param limit how long a step may take
     */
    StepDeadline(Timer timer, Duration limit) {
        this.timer = timer;
        this.limit = limit;
        this.remaining = limit;
        this.resumedAt = timer.elapsed();
    }

    /** A step begins: starts with the full limit. */
    synchronized void begin() {
        suspend();
        if (expired) {
            // The deadline passed just as the step before ended.
            expired = false;
            Thread.interrupted();
        }
        remaining = limit;
        resume();
    }

    /** Stops the clock. */
    synchronized void suspend() {
        if (counting) {
            alarm.cancel();
            remaining = remaining.minus(timer.elapsed().minus(resumedAt));
            counting = false;
            suspensions++;
        }
    }

    /** Continues with the remaining time. */
    synchronized void resume() {
        suspend();
        int now = suspensions;
        resumedAt = timer.elapsed();
        counting = true;
        alarm = timer.schedule(remaining.isNegative() ? Duration.ZERO : remaining, () -> expire(now));
    }

    /** True if the deadline passed, so that an interrupt was not the user's. */
    synchronized boolean hasExpired() {
        return expired;
    }

    @Override
    public void close() {
        suspend();
    }

    private synchronized void expire(int expectedSuspensions) {
        if (expectedSuspensions == suspensions && counting) {
            expired = true;
            worker.interrupt();
        }
    }
}
