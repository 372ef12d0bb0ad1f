package app.keyturn.renewal;

/**
 * Stands by at one attempt, on the renewal's own thread: what it does about a step is done before anything of that step
 * is sent.
 */
public interface SaveObserver extends StepListener {
    /** Nobody stands by. */
    SaveObserver NONE = new SaveObserver() {
        @Override
        public void step(Step step, StepState state) {}

        @Override
        public void ended(RenewalOutcome outcome) {}
    };

    /** The attempt has ended. */
    void ended(RenewalOutcome outcome);
}
