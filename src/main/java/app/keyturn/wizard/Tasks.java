package app.keyturn.wizard;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import java.util.function.Consumer;

/** Runs work that waits, away from the window's thread, and brings its end back to it. */
public interface Tasks {
    /**
     * Work that may wait for the network.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it.
         *
         * @throws ProblemException if it fails
         * @throws InterruptedException if it was cancelled
         */
        T run() throws ProblemException, InterruptedException;
    }

    /** Work that is under way. */
    @FunctionalInterface
    interface Running {
        /** Interrupts it. Neither of its endings is called any more. */
        void cancel();
    }

    /**
     * Starts work.
     *
     * @param work runs on another thread
     * @param done gets its result, on the window's thread
     * @param failed gets its problem, on the window's thread; also for exceptions nobody foresaw
     */
    <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed);

    /**
     * Starts work that takes its time, because it waits for a person or tells itself how far it is. Of the other work
     * people are told when it takes longer than expected.
     *
     * @param work runs on another thread
     * @param done gets its result, on the window's thread
     * @param failed gets its problem, on the window's thread; also for exceptions nobody foresaw
     */
    default <T> Running startLongRunning(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed);
    }

    /**
     * For work that begins after something was changed.
     *
     * @param earlier what had been changed before the work began
     * @param failed gets the problem, which says so. See {@link Problem#after}
     */
    static Consumer<Problem> after(ChangeState earlier, Consumer<? super Problem> failed) {
        return problem -> failed.accept(problem.after(earlier));
    }

    /** Does something small on the window's thread, soon. */
    void runLater(Runnable action);
}
