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
     * Waits because Microsoft asks for it; the window says so.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    default void throttlePause(Duration duration) throws InterruptedException {
        pause(duration);
    }

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

    /** Listens to the pauses that Microsoft asks for, on the thread that waits. */
    interface ThrottleListener {
        /** Ignores them. */
        ThrottleListener NONE = new ThrottleListener() {
            @Override
            public void begins(Instant end) {}

            @Override
            public void ends() {}
        };

        /** A pause begins. */
        void begins(Instant end);

        /** A pause has ended, or was interrupted. */
        void ends();
    }

    /** Real time. */
    static Timer on(Clock clock) {
        return on(clock, ThrottleListener.NONE);
    }

    /** Real time, with a listener for the pauses that Microsoft asks for. */
    static Timer on(Clock clock, ThrottleListener listener) {
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
            public void throttlePause(Duration duration) throws InterruptedException {
                listener.begins(now().plus(duration));
                try {
                    pause(duration);
                } finally {
                    listener.ends();
                }
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
