package app.keyturn.pages.save;

import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;

/**
 * Stands by at one attempt, on the renewal's own thread: what it does about a step is done before anything of that step
 * is sent.
 */
public interface Witness extends StepListener {
    /** Nobody stands by. */
    Witness NOBODY = new Witness() {
        @Override
        public void step(Step step, StepState state) {}

        @Override
        public void ended(RenewalOutcome outcome) {}
    };

    /** The attempt has ended. */
    void ended(RenewalOutcome outcome);
}
