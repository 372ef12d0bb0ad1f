package app.keyturn.renewal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as a renewal sees it: what the clock says, and how to let some of it pass. */
public interface Timer {
    /** Now, by this computer's clock. */
    Instant now();

    /**
     * Lets time pass.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    void pause(Duration duration) throws InterruptedException;

    /**
     * Lets time pass because Microsoft has asked for it; whoever is in front of the window is told so.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    default void holdUp(Duration duration) throws InterruptedException {
        pause(duration);
    }

    /**
     * Does something when time has passed, unless it is called off before.
     *
     * @return calls it off
     */
    Alarm after(Duration duration, Runnable action);

    /** Something that will be done. */
    @FunctionalInterface
    interface Alarm {
        /** Calls it off; too late once it has begun. */
        void callOff();
    }

    /** Is told of the pauses that Microsoft asks for, on the thread that waits. */
    interface HoldUps {
        /** A pause begins. */
        void begins(Instant end);

        /** A pause has ended, or was broken off. */
        void ends();
    }

    /** Real time. */
    static Timer on(Clock clock) {
        return new SystemTimer(clock, new HoldUps() {
            @Override
            public void begins(Instant end) {}

            @Override
            public void ends() {}
        });
    }

    /** Real time, in which somebody is told of the pauses that Microsoft asks for. */
    static Timer on(Clock clock, HoldUps told) {
        return new SystemTimer(clock, told);
    }
}
