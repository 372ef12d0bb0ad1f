package app.keyturn.wizard;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns every end of work, even an unexpected exception, into a callback with a result or a problem.
 *
 * @param clock dates problems
 * @param unexpected gets unexpected exceptions
 */
public record TaskOutcome(Clock clock, Consumer<Throwable> unexpected) {
    /**
     * Runs work on this thread.
     *
     * @return the callback, to be run on the JavaFX thread
     */
    public <T> Runnable run(Tasks.Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        try {
            @Nullable
            T result = work.run();
            return () -> done.accept(result);
        } catch (ProblemException e) {
            return () -> failed.accept(e.problem());
        } catch (InterruptedException stopped) {
            return () -> failed.accept(problem(ProblemCode.STOPPED));
        } catch (RuntimeException | Error thrown) {
            unexpected.accept(thrown);
            return () -> failed.accept(problem(ProblemCode.INTERNAL_FAULT));
        }
    }

    private Problem problem(ProblemCode reason) {
        return new Problem(reason, ChangeState.NOTHING, Diagnostics.at(clock.instant()));
    }
}
