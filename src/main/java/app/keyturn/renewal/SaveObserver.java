package app.keyturn.renewal;

/** Observes one attempt, on the renewal's thread: a call about a step returns before that step sends anything. */
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
