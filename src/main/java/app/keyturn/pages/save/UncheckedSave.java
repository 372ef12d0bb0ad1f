package app.keyturn.pages.save;

import app.keyturn.renewal.SavedToken;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import java.time.Instant;

/**
 * A save whose token still has to be checked.
 *
 * @param attempt the one that saved it
 * @param savedAt by this computer's clock
 */
record UncheckedSave(SavedToken saved, Attempt attempt, Instant savedAt) {
    /** True if it is about the app, portal and token that are chosen now. */
    boolean isOf(RenewalState renewalState) {
        Target target = renewalState.target().get();
        return target != null && target.app().id().equals(saved.plan().app().id())
                && saved.plan().portal() == renewalState.portal().get() && saved.holds(renewalState.token().get());
    }
}
