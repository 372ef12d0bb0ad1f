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

/** Work on virtual threads, its endings on the JavaFX thread. To be started from the JavaFX thread. */
public final class FxTasks implements Tasks {
    private final TaskOutcome ending;
    private final Duration slow;
    private final ReadOnlyIntegerWrapper late = new ReadOnlyIntegerWrapper(this, "late");
    /** The threads whose endings have not run yet, each with whether it was cancelled. */
    private final Map<Thread, AtomicBoolean> underWay = new ConcurrentHashMap<>();

    /**
     * Makes a runner.
     *
     * @param clock dates what nobody foresaw
     * @param slow after which work is late
     * @param unexpected is told of what nobody foresaw, on whichever thread it happens
     */
    public FxTasks(Clock clock, Duration slow, Consumer<Throwable> unexpected) {
        this.ending = new TaskOutcome(clock, unexpected);
        this.slow = slow;
    }

    /** How many pieces of work take longer than expected. */
    public ReadOnlyIntegerProperty late() {
        return late.getReadOnlyProperty();
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed, new Expected());
    }

    @Override
    public <T> Running startLong(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed, () -> {});
    }

    private <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed,
            Runnable over) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("keyturn-work").unstarted(() -> {
            Runnable then = ending.of(work, done, failed);
            Thread self = Thread.currentThread();
            Platform.runLater(() -> {
                underWay.remove(self);
                if (!cancelled.get()) {
                    over.run();
                    then.run();
                }
            });
        });
        underWay.put(thread, cancelled);
        thread.start();
        return () -> {
            over.run();
            cancel(thread, cancelled);
        };
    }

    /** Cancels everything, endings that wait for the window included: there is nobody left to whom it could matter. */
    public void cancelAll() {
        underWay.forEach(FxTasks::cancel);
    }

    private static void cancel(Thread thread, AtomicBoolean cancelled) {
        cancelled.set(true);
        thread.interrupt();
    }

    @Override
    public void onWindow(Runnable action) {
        Platform.runLater(action);
    }

    /** Counts a piece of work as late from the moment it is until it is over. */
    private final class Expected implements Runnable {
        private final PauseTransition soon = new PauseTransition(javafx.util.Duration.millis((double) slow.toMillis()));
        private boolean counted;

        Expected() {
            soon.setOnFinished(_ -> {
                counted = true;
                late.set(late.get() + 1);
            });
            soon.play();
        }

        @Override
        public void run() {
            soon.stop();
            if (counted) {
                counted = false;
                late.set(late.get() - 1);
            }
        }
    }
}
