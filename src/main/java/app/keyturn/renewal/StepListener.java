package app.keyturn.renewal;

/** Is told of each step as it begins and ends, on the renewal's thread. */
@FunctionalInterface
public interface StepListener {
    /** A step has come into a state. */
    void step(Step step, StepState state);

    /** The token is on its way to Microsoft, or not any more. While it is, nothing can be stopped. */
    default void writing(boolean onItsWay) {}
}
