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

/** Work on threads of its own, its endings on the test's thread, which is the window's. */
final class TestThreads implements Tasks {
    private final TaskOutcome ending;
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    /** On the window's thread only. */
    private int underWay;

    TestThreads(Clock clock) {
        ending = new TaskOutcome(clock, _ -> {});
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        underWay++;
        Thread thread = Thread.ofVirtual().start(() -> {
            Runnable then = ending.of(work, done, failed);
            window.add(() -> {
                underWay--;
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
    public void onWindow(Runnable action) {
        window.add(action);
    }

    /**
     * Lets the window work until nothing is under way any more.
     *
     * @return false if that takes longer than it may
     */
    boolean settles(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (underWay > 0 || !window.isEmpty()) {
            Runnable next = window.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return false;
            }
            next.run();
        }
        return true;
    }
}
