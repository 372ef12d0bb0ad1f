package app.keyturn.wizard;

import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ServiceProblem;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Work on virtual threads, its endings on the JavaFX thread. */
public final class FxTasks implements Tasks {
    private final Clock clock;

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
        Thread thread = Thread.ofVirtual().name("keyturn-work").start(() -> {
            Runnable ending = ending(work, done, failed);
            Platform.runLater(() -> {
                if (!cancelled.get()) {
                    ending.run();
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
