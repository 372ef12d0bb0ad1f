package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;

/**
 * Ends a step that takes too long, by interrupting the thread that works on it. It does not count while the token is on
 * its way: a save has time limits of its own, and nothing may come between it and what has to be said about it.
 */
final class StepDeadline implements AutoCloseable {
    private final Timer timer;
    private final Duration most;
    private final Thread worker = Thread.currentThread();
    private Timer.Alarm alarm = () -> {};
    private Duration left;
    private Instant since;
    private boolean counting;
    private int round;
    private boolean passed;

    /**
     * Makes a limit for the work of this thread; nothing is counted yet.
     *
     * @param most how long a step may take
     */
    StepDeadline(Timer timer, Duration most) {
        this.timer = timer;
        this.most = most;
        this.left = most;
        this.since = timer.now();
    }

    /** A step begins: its time counts from now on. */
    synchronized void begin() {
        suspend();
        if (passed) {
            // The time of the step before was up just as it ended.
            passed = false;
            Thread.interrupted();
        }
        left = most;
        resume();
    }

    /** Counts no longer, until it goes on. */
    synchronized void suspend() {
        if (counting) {
            alarm.cancel();
            left = left.minus(Duration.between(since, timer.now()));
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
        alarm = timer.schedule(left.isNegative() ? Duration.ZERO : left, () -> passed(now));
    }

    /** True if the time was up, so that an interrupt was no person's. */
    synchronized boolean isPassed() {
        return passed;
    }

    @Override
    public void close() {
        suspend();
    }

    private synchronized void passed(int of) {
        if (of == round && counting) {
            passed = true;
            worker.interrupt();
        }
    }
}
