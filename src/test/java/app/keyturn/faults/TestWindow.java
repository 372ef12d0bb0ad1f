package app.keyturn.faults;

import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work on threads of its own, its endings on the test's thread, which is the window's. */
final class TestWindow implements Tasks {
    private final Clock clock;
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    /** On the window's thread only. */
    private int underWay;

    TestWindow(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        underWay++;
        Thread thread = Thread.ofVirtual().start(() -> {
            Runnable ending = ending(work, done, failed);
            window.add(() -> {
                underWay--;
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

    private <T> Runnable ending(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        try {
            @Nullable
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
