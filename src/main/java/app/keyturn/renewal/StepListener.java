package app.keyturn.renewal;

/** Listens to the steps of a renewal, on the renewal's thread. */
@FunctionalInterface
public interface StepListener {
    /** A step has changed its state. */
    void step(Step step, StepState state);

    /** The token is being sent to Microsoft, or no longer. While it is, the renewal cannot be stopped. */
    default void writing(boolean sending) {}
}
