package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;

/**
 * Ends a step that takes too long, by interrupting the thread that works on it. It does not count while the token is on
 * its way: a save has time limits of its own, and nothing may come between it and what has to be said about it.
 */
final class StepDeadline implements AutoCloseable {
    private final Timer timer;
    private final Duration limit;
    private final Thread worker = Thread.currentThread();
    private Timer.Alarm alarm = () -> {};
    private Duration remaining;
    private Instant since;
    private boolean counting;
    private int round;
    private boolean expired;

    /**
     * Makes a limit for the work of this thread; nothing is counted yet.
     *
     * @param limit how long a step may take
     */
    StepDeadline(Timer timer, Duration limit) {
        this.timer = timer;
        this.limit = limit;
        this.remaining = limit;
        this.since = timer.now();
    }

    /** A step begins: its time counts from now on. */
    synchronized void begin() {
        suspend();
        if (expired) {
            // The time of the step before was up just as it ended.
            expired = false;
            Thread.interrupted();
        }
        remaining = limit;
        resume();
    }

    /** Counts no longer, until it goes on. */
    synchronized void suspend() {
        if (counting) {
            alarm.cancel();
            remaining = remaining.minus(Duration.between(since, timer.now()));
            counting = false;
            round++;
        }
    }

    /** Counts on, with what is left. */
    synchronized void resume() {
        suspend();
        int now = round;
        since = timer.now();
        counting = true;
        alarm = timer.schedule(remaining.isNegative() ? Duration.ZERO : remaining, () -> expired(now));
    }

    /** True if the time was up, so that an interrupt was no person's. */
    synchronized boolean hasExpired() {
        return expired;
    }

    @Override
    public void close() {
        suspend();
    }

    private synchronized void expired(int of) {
        if (of == round && counting) {
            expired = true;
            worker.interrupt();
        }
    }
}
