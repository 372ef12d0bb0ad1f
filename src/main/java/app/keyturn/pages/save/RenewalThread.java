package app.keyturn.pages.save;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread on which a renewal runs, for others that stop it or wait for its end. */
final class RenewalThread {
    private volatile @Nullable Thread current;

    /** Runs the renewal on the calling thread. */
    <T> T run(Supplier<T> renewal) {
        current = Thread.currentThread();
        try {
            return renewal.get();
        } finally {
            current = null;
        }
    }

    /** Interrupts the renewal, if one runs. */
    void interrupt() {
        Thread thread = current;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for the end of the renewal, if one runs. */
    void awaitEnd(Duration limit) {
        Thread thread = current;
        if (thread != null) {
            try {
                thread.join(limit);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
