package app.keyturn.renewal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as a renewal sees it: the clock, pauses and alarms. */
public interface Timer {
    /** Now, by this computer's clock. */
    Instant now();

    /**
     * The time since some fixed moment, for measuring how long something takes: setting this computer's clock does not
     * change it, and on most systems it stands still while the computer sleeps.
     */
    Duration uptime();

    /**
     * Waits.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    void pause(Duration duration) throws InterruptedException;

    /**
     * Waits before a request is repeated. The window says so until {@link #retriesOver}, so that it does not flicker
     * while the request is on its way again.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    default void retryPause(RetryWait wait) throws InterruptedException {
        pause(wait.pause());
    }

    /** This thread repeats nothing any more. */
    default void retriesOver() {}

    /**
     * Runs an action after a while, unless it is cancelled before.
     *
     * @return cancels it
     */
    Alarm schedule(Duration delay, Runnable action);

    /** A scheduled action. */
    @FunctionalInterface
    interface Alarm {
        /** Cancels it; too late once it has begun. */
        void cancel();
    }

    /** Listens to the pauses before requests are repeated, on the thread that waits. */
    interface RetryListener {
        /** Ignores them. */
        RetryListener NONE = new RetryListener() {
            @Override
            public void waiting(RetryWait wait) {}

            @Override
            public void over() {}
        };

        /** A pause begins. */
        void waiting(RetryWait wait);

        /** This thread repeats nothing any more; may be called without a pause before. */
        void over();
    }

    /** Real time. */
    static Timer on(Clock clock) {
        return on(clock, RetryListener.NONE);
    }

    /** Real time, with a listener for the pauses before requests are repeated. */
    static Timer on(Clock clock, RetryListener listener) {
        return new Timer() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public Duration uptime() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }

            @Override
            public void retryPause(RetryWait wait) throws InterruptedException {
                listener.waiting(wait);
                pause(wait.pause());
            }

            @Override
            public void retriesOver() {
                listener.over();
            }

            @Override
            public Alarm schedule(Duration delay, Runnable action) {
                Thread alarm = Thread.ofVirtual().name("keyturn-alarm").start(() -> {
                    try {
                        Thread.sleep(delay);
                    } catch (InterruptedException cancelled) {
                        return;
                    }
                    action.run();
                });
                return alarm::interrupt;
            }
        };
    }
}
