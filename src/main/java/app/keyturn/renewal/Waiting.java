package app.keyturn.renewal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as a renewal sees it: what the clock says, and how to let some of it pass. */
public interface Waiting {
    /** Now, by this computer's clock. */
    Instant now();

    /**
     * Lets time pass.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    void pause(Duration duration) throws InterruptedException;

    /** Real time. */
    static Waiting on(Clock clock) {
        return new Waiting() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
