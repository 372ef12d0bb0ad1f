package app.keyturn;

import app.keyturn.aftercare.SaveNote;
import app.keyturn.aftercare.UnfinishedSave;
import app.keyturn.pages.save.Witness;
import app.keyturn.renewal.Changed;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.SignedIn;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Notes a save before it is sent, so that the next start knows of one that was cut off, and takes the note away once it
 * is known how the save has ended. A note that fails stops nothing: the token is worth more than the note.
 */
final class Notary implements Witness {
    private final UnfinishedSave unfinished;
    private final RenewalPlan plan;
    private final SignedIn who;
    private final Clock clock;
    private Optional<SaveNote> earlier = Optional.empty();
    private Optional<SaveNote> noted = Optional.empty();

    private Notary(UnfinishedSave unfinished, RenewalPlan plan, SignedIn who, Clock clock) {
        this.unfinished = unfinished;
        this.plan = plan;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Stands by at one attempt; to be called on the window's thread.
     *
     * @param unfinished keeps the note; empty if none is to be made
     * @param draft knows who is signed in, where
     * @param plan what is renewed
     * @param clock dates the note
     */
    static Witness of(Optional<UnfinishedSave> unfinished, Draft draft, RenewalPlan plan, Clock clock) {
        SignedIn who = draft.signedIn().get();
        return unfinished.isEmpty() || who == null ? NOBODY : new Notary(unfinished.get(), plan, who, clock);
    }

    @Override
    public void step(Step step, StepState state) {
        if (step == Step.TEST || state != StepState.RUNNING) {
            return;
        }
        if (noted.isEmpty()) {
            earlier = unfinished.interrupted()
                    .flatMap(found -> found instanceof UnfinishedSave.Known(SaveNote note)
                            ? Optional.of(note)
                            : Optional.empty());
        }
        SaveNote note = new SaveNote(plan.portal(), who.tenantName(), who.account().tenantId(), plan.app().name(),
                plan.app().id(), clock.instant(), step);
        noted = Optional.of(note);
        attempt(() -> unfinished.note(note));
    }

    @Override
    public void ended(RenewalOutcome outcome) {
        noted.ifPresent(note -> {
            switch (outcome) {
                case RenewalOutcome.Renewed _ -> finished(note);
                case RenewalOutcome.Asks _ -> ended(plan.soFar());
                case RenewalOutcome.Failed(Step step, var problem) when step == Step.RESUME -> finished(note);
                case RenewalOutcome.Failed(_, var problem) -> ended(plan.soFar().and(problem.changed()));
            }
        });
    }

    /** What was saved without having been checked is not finished. */
    private void ended(Changed changed) {
        switch (changed) {
            case NOTHING -> putBack(earlier);
            case SAVED, NOT_KNOWN -> {
            }
        }
    }

    /** Saved and checked: whatever was begun for the same app before is finished with it. */
    private void finished(SaveNote note) {
        putBack(earlier.filter(other -> !other.isAbout(note)));
    }

    /** Another save that was cut off before this one began is still to be told of. */
    private void putBack(Optional<SaveNote> other) {
        attempt(() -> {
            if (other.isPresent()) {
                unfinished.note(other.get());
            } else {
                unfinished.takeAway();
            }
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException _) {
            // The renewal goes on all the same. At worst the next start is silent, or tells of a save that has ended.
        }
    }
}
