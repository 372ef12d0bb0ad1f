package app.keyturn.renewal;

import java.time.Duration;

/**
 * Ends a step that takes too long, by interrupting the thread that works on it. It does not count while the token is on
 * its way: a save has time limits of its own, and nothing may come between it and what has to be said about it.
 */
final class StepLimit implements AutoCloseable {
    private final Waiting waiting;
    private final Duration most;
    private final Thread worker = Thread.currentThread();
    private Waiting.Alarm alarm = () -> {};
    private int round;
    private boolean passed;

    /**
     * Makes a limit for the work of this thread; nothing is counted yet.
     *
     * @param most how long a step may take
     */
    StepLimit(Waiting waiting, Duration most) {
        this.waiting = waiting;
        this.most = most;
    }

    /** Counts from now on. */
    synchronized void begin() {
        suspend();
        int now = round;
        alarm = waiting.after(most, () -> passed(now));
    }

    /** Counts no longer. */
    synchronized void suspend() {
        alarm.callOff();
        round++;
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
        if (of == round) {
            passed = true;
            worker.interrupt();
        }
    }
}
