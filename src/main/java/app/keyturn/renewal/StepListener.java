package app.keyturn.renewal;

import java.time.Instant;

/** Listens to the steps of a renewal, on the renewal's thread. */
@FunctionalInterface
public interface StepListener {
    /** A step has changed its state. */
    void step(Step step, StepState state);

    /** The token is being sent to Microsoft, or no longer. While it is, the renewal cannot be stopped. */
    default void writing(boolean sending) {}

    /**
     * The token is saved, but Microsoft does not use it yet, so the test of the saved token is repeated.
     *
     * @param until how long this goes on, by this computer's clock
     */
    default void waitingForEffect(Instant until) {}

    /** Microsoft did not understand one of the app's settings, so the token was tested with the address alone. */
    default void testedWithoutSettings() {}
}
