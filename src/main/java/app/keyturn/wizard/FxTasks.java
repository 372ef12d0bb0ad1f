package app.keyturn.wizard;

import app.keyturn.renewal.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Runs work on virtual threads and its callbacks on the JavaFX thread. Start work from the JavaFX thread. */
public final class FxTasks implements Tasks {
    private final TaskOutcome outcome;
    private final Duration slow;
    private final ReadOnlyIntegerWrapper late = new ReadOnlyIntegerWrapper(this, "late");
    /** The threads whose callbacks have not run yet, and whether each was cancelled. */
    private final Map<Thread, AtomicBoolean> running = new ConcurrentHashMap<>();

    /**
     * Creates the runner; starts no thread yet.
     *
     * @param clock dates unexpected exceptions
     * @param slow after this time, work counts as late
     * @param unexpected gets unexpected exceptions, on any thread
     */
    public FxTasks(Clock clock, Duration slow, Consumer<Throwable> unexpected) {
        this.outcome = new TaskOutcome(clock, unexpected);
        this.slow = slow;
    }

    /** The number of tasks that take longer than expected. */
    public ReadOnlyIntegerProperty late() {
        return late.getReadOnlyProperty();
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed, new LateCounter());
    }

    @Override
    public <T> Running startLongRunning(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed, () -> {});
    }

    private <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed,
            Runnable onEnd) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("keyturn-work").unstarted(() -> {
            Runnable callback = outcome.run(work, done, failed);
            Thread self = Thread.currentThread();
            Platform.runLater(() -> {
                running.remove(self);
                if (!cancelled.get()) {
                    onEnd.run();
                    callback.run();
                }
            });
        });
        running.put(thread, cancelled);
        thread.start();
        return () -> {
            onEnd.run();
            cancel(thread, cancelled);
        };
    }

    /** Cancels everything, including callbacks that wait for the JavaFX thread: the window they belong to is gone. */
    public void cancelAll() {
        running.forEach(FxTasks::cancel);
    }

    private static void cancel(Thread thread, AtomicBoolean cancelled) {
        cancelled.set(true);
        thread.interrupt();
    }

    @Override
    public void runLater(Runnable action) {
        Platform.runLater(action);
    }

    /** Counts a task as late from the time it is until it ends. */
    private final class LateCounter implements Runnable {
        private final PauseTransition delay = new PauseTransition(
                javafx.util.Duration.millis((double) slow.toMillis()));
        private boolean counted;

        LateCounter() {
            delay.setOnFinished(_ -> {
                counted = true;
                late.set(late.get() + 1);
            });
            delay.play();
        }

        @Override
        public void run() {
            delay.stop();
            if (counted) {
                counted = false;
                late.set(late.get() - 1);
            }
        }
    }
}
