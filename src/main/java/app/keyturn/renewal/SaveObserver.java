package app.keyturn.renewal;

/** Observes one attempt, on the renewal's own thread: it is finished with a step before that step sends anything. */
public interface SaveObserver extends StepListener {
    /** Ignores everything. */
    SaveObserver NONE = new SaveObserver() {
        @Override
        public void step(Step step, StepState state) {}

        @Override
        public void ended(RenewalOutcome outcome) {}
    };

    /** The attempt has ended. */
    void ended(RenewalOutcome outcome);
}
