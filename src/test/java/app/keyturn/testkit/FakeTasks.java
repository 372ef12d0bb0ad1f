package app.keyturn.testkit;

import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.wizard.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Work on the test's own thread: at once, or, while it is held, when the test lets it. */
public final class FakeTasks implements Tasks {
    /** True while what is started waits until the test lets it. */
    public boolean held;
    /** How much was started. */
    public int started;
    /** How much of it was cancelled. */
    public int cancelled;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        started++;
        AtomicBoolean off = new AtomicBoolean();
        Runnable doing = () -> unlessOff(off, work, done, failed);
        if (held) {
            waiting.add(doing);
        } else {
            doing.run();
        }
        return () -> {
            if (!off.getAndSet(true)) {
                cancelled++;
            }
        };
    }

    /** Lets everything that waits run to its end. */
    public void let() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    @Override
    public void onWindow(Runnable action) {
        action.run();
    }

    private static <T> void unlessOff(AtomicBoolean off, Work<T> work, Consumer<? super T> done,
            Consumer<? super Problem> failed) {
        if (off.get()) {
            return;
        }
        try {
            T result = work.run();
            if (!off.get()) {
                done.accept(result);
            }
        } catch (ProblemException e) {
            if (!off.get()) {
                failed.accept(e.problem());
            }
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts here", e);
        }
    }
}
