package app.keyturn.faults;

import app.keyturn.renewal.Problem;
import app.keyturn.wizard.TaskOutcome;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Work on virtual threads, with the test's thread as the window's. {@code FakeTasks} runs work on the calling thread,
 * but here calls must block on real sockets and be interrupted.
 */
final class ThreadedTasks implements Tasks {
    private final TaskOutcome ending;
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    /** Tasks that have not ended; used on the window's thread only. */
    private int running;

    ThreadedTasks(Clock clock) {
        ending = new TaskOutcome(clock, _ -> {});
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        running++;
        Thread thread = Thread.ofVirtual().start(() -> {
            Runnable then = ending.run(work, done, failed);
            window.add(() -> {
                running--;
                if (!cancelled.get()) {
                    then.run();
                }
            });
        });
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    @Override
    public void runLater(Runnable action) {
        window.add(action);
    }

    /**
     * Runs the window's queue until all tasks have ended.
     *
     * @return false if that takes longer than the bound
     */
    boolean awaitIdle(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (running > 0 || !window.isEmpty()) {
            Runnable next = window.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return false;
            }
            next.run();
        }
        return true;
    }
}
