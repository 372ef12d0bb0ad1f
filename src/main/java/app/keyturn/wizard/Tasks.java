package app.keyturn.wizard;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import java.util.function.Consumer;

/** Runs work off the JavaFX thread, and its callbacks on it. */
public interface Tasks {
    /**
     * Work that may wait for the network.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @throws ProblemException if it fails
         * @throws InterruptedException if it was cancelled
         */
        T run() throws ProblemException, InterruptedException;
    }

    /** Work in progress. */
    @FunctionalInterface
    interface Running {
        /** Interrupts the work. Neither callback runs any more. */
        void cancel();
    }

    /**
     * Starts work.
     *
     * @param work runs on another thread
     * @param done gets the result, on the JavaFX thread
     * @param failed gets the problem, on the JavaFX thread; also for unexpected exceptions
     */
    <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed);

    /**
     * Starts work that is expected to take long, because it waits for the user or shows its own progress. Unlike with
     * {@link #start}, the window does not say that it takes longer than expected.
     *
     * @param work runs on another thread
     * @param done gets the result, on the JavaFX thread
     * @param failed gets the problem, on the JavaFX thread; also for unexpected exceptions
     */
    default <T> Running startLongRunning(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(work, done, failed);
    }

    /**
     * The failure callback of work that begins after a change.
     *
     * @param earlier the earlier change
     * @param failed gets the problem with that change; see {@link Problem#after}
     */
    static Consumer<Problem> after(ChangeState earlier, Consumer<? super Problem> failed) {
        return problem -> failed.accept(problem.after(earlier));
    }

    /** Runs a short action on the JavaFX thread, later. */
    void runLater(Runnable action);
}
