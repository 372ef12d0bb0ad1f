package app.keyturn.wizard;

import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ServiceProblem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Work on virtual threads, its endings on the JavaFX thread. */
public final class FxTasks implements Tasks {
    private final Clock clock;
    /** The threads whose endings have not run yet, each with whether it was cancelled. */
    private final Map<Thread, AtomicBoolean> underWay = new ConcurrentHashMap<>();

    /**
     * Makes a runner.
     *
     * @param clock dates what nobody foresaw
     */
    public FxTasks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("keyturn-work").unstarted(() -> {
            Runnable ending = ending(work, done, failed);
            Thread self = Thread.currentThread();
            Platform.runLater(() -> {
                underWay.remove(self);
                if (!cancelled.get()) {
                    ending.run();
                }
            });
        });
        underWay.put(thread, cancelled);
        thread.start();
        return () -> cancel(thread, cancelled);
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

    private <T> Runnable ending(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        try {
            T result = work.run();
            return () -> done.accept(result);
        } catch (ProblemException e) {
            return () -> failed.accept(e.problem());
        } catch (InterruptedException stopped) {
            return () -> failed.accept(problem(ServiceProblem.Reason.STOPPED));
        } catch (RuntimeException | Error unforeseen) {
            return () -> failed.accept(problem(ServiceProblem.Reason.INTERNAL_FAULT));
        }
    }

    private ServiceProblem problem(ServiceProblem.Reason reason) {
        return new ServiceProblem(reason, Changed.NOTHING, Details.at(clock.instant()));
    }
}
