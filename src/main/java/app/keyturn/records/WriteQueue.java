package app.keyturn.records;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes files off the window's thread, one after the other. */
public final class WriteQueue implements Executor {
    /** A folder on the network that takes longer must not keep the window from closing. */
    private static final long MAX_WAIT_SECONDS = 5;
    private static final Executor THREADS = write -> Thread.ofVirtual().name("keyturn-records").start(write);

    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    @Override
    public synchronized void execute(Runnable write) {
        last = last.exceptionally(_ -> null).thenRunAsync(write, THREADS);
    }

    /** Waits until everything is written, but not for ever. */
    public void await() {
        try {
            pending().get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // What could not be written is reported by the one who writes.
        }
    }

    private synchronized CompletableFuture<Void> pending() {
        return last;
    }
}
