package app.keyturn.testkit;

import app.keyturn.renewal.Problem;
import app.keyturn.wizard.TaskOutcome;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Work on the test's own thread: at once, or, while it is held, when the test runs it or ends it in its place. */
public final class FakeTasks implements Tasks {
    /** True while work that is started waits for the test. */
    public boolean held;
    /** True while long-running work that is started waits for the test: the browser, a search, the watch of a sync. */
    public boolean longHeld;
    /** True if the window never gets round to small tasks. */
    public boolean windowBusy;
    /** How many tasks were started. */
    public int started;
    /** How many of them were cancelled. */
    public int cancelled;
    private final TaskOutcome outcome = new TaskOutcome(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), FakeTasks::rethrow);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Endings<?>> endings = new ArrayList<>();

    private record Endings<T>(Consumer<? super T> done, Consumer<? super Problem> failed) {
        @SuppressWarnings("unchecked") // a test knows the result of the work it answers for
        void succeed(Object result) {
            done.accept((T) result);
        }
    }

    /** Holds what is started from the beginning. */
    public static FakeTasks holding() {
        FakeTasks tasks = new FakeTasks();
        tasks.held = true;
        return tasks;
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed, held);
    }

    @Override
    public <T> Running startLongRunning(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed, held || longHeld);
    }

    private <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed,
            boolean waits) {
        started++;
        endings.add(new Endings<T>(done, failed));
        AtomicBoolean off = new AtomicBoolean();
        Runnable task = () -> run(off, work, done, failed);
        if (waits) {
            waiting.add(task);
        } else {
            task.run();
        }
        return () -> {
            if (!off.getAndSet(true)) {
                cancelled++;
            }
        };
    }

    @Override
    public void runLater(Runnable action) {
        if (!windowBusy) {
            action.run();
        }
    }

    /** Runs everything that waits, to its end. */
    public void runHeld() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** Ends the task that was started last with this result; its work is never run. */
    public void succeedLast(Object result) {
        endings.getLast().succeed(result);
    }

    /** Ends the task that was started last with this problem; its work is never run. */
    public void failLast(Problem problem) {
        endings.getLast().failed().accept(problem);
    }

    private <T> void run(AtomicBoolean off, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        if (off.get()) {
            return;
        }
        Runnable ending = outcome.run(work, done, failed);
        if (!off.get()) {
            ending.run();
        }
    }

    /** Bugs and failed assertions fail the test; a damaged installation ends the work, as in the program. */
    private static void rethrow(Throwable thrown) {
        switch (thrown) {
            case AssertionError failed -> throw failed;
            case RuntimeException bug -> throw bug;
            default -> {
                // TaskOutcome makes a problem of it.
            }
        }
    }
}
