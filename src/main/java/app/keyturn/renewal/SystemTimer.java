package app.keyturn.renewal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as it passes. */
record SystemTimer(Clock clock, Timer.HoldUps told) implements Timer {
    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public void holdUp(Duration duration) throws InterruptedException {
        told.begins(now().plus(duration));
        try {
            pause(duration);
        } finally {
            told.ends();
        }
    }

    @Override
    public Alarm after(Duration duration, Runnable action) {
        Thread alarm = Thread.ofVirtual().name("keyturn-alarm").start(() -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException calledOff) {
                return;
            }
            action.run();
        });
        return alarm::interrupt;
    }
}
