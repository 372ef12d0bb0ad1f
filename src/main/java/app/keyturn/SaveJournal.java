package app.keyturn;

import app.keyturn.records.SaveNote;
import app.keyturn.records.UnfinishedSave;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Notes a save before it is sent, so that the next start knows of one that was cut off, and takes the note away once it
 * is known how the save has ended. A note that fails stops nothing: the token is worth more than the note.
 */
final class SaveJournal implements SaveObserver {
    private final UnfinishedSave unfinished;
    private final RenewalPlan plan;
    private final SignedIn who;
    private final Clock clock;
    private Optional<SaveNote> earlier = Optional.empty();
    private Optional<SaveNote> noted = Optional.empty();

    private SaveJournal(UnfinishedSave unfinished, RenewalPlan plan, SignedIn who, Clock clock) {
        this.unfinished = unfinished;
        this.plan = plan;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Stands by at one attempt; to be called on the window's thread.
     *
     * @param unfinished keeps the note; empty if none is to be made
     * @param renewalState knows who is signed in, where
     * @param plan what is renewed
     * @param clock dates the note
     */
    static SaveObserver of(Optional<UnfinishedSave> unfinished, RenewalState renewalState, RenewalPlan plan,
            Clock clock) {
        SignedIn who = renewalState.signedIn().get();
        return unfinished.isEmpty() || who == null ? NONE : new SaveJournal(unfinished.get(), plan, who, clock);
    }

    /**
     * The person says that they have saved the token by hand: whatever was begun for the app is finished with it.
     *
     * @param unfinished keeps the note; empty if there is none
     * @param renewalState knows who is signed in, and which app was chosen
     */
    static void finishedByHand(Optional<UnfinishedSave> unfinished, RenewalState renewalState, Clock clock) {
        renewalState.plan(Consents.NOTHING).ifPresent(plan -> {
            if (of(unfinished, renewalState, plan, clock) instanceof SaveJournal notary) {
                attempt(() -> notary.unfinished.takeAway(notary.note(Step.SAVE)));
            }
        });
    }

    @Override
    public void step(Step step, StepState state) {
        if (state == StepState.RUNNING) {
            switch (step) {
                case TEST -> {
                }
                case SAVE, CHECK -> begin(step);
                // Saved and checked by now: whatever becomes of the sync, there is no token to paste again.
                case RESUME -> finished();
            }
        }
    }

    private SaveNote note(Step step) {
        return new SaveNote(plan.portal(), who.tenantName(), who.account().tenantId(), plan.app().name(),
                plan.app().id(), clock.instant(), step);
    }

    private void begin(Step step) {
        SaveNote note = note(step);
        if (noted.isEmpty()) {
            earlier = unfinished.unfinished(note);
        }
        noted = Optional.of(note);
        attempt(() -> unfinished.note(note));
    }

    @Override
    public void ended(RenewalOutcome outcome) {
        switch (outcome) {
            case RenewalOutcome.Renewed _ -> finished();
            case RenewalOutcome.Asks _ -> ended(plan.soFar());
            case RenewalOutcome.Failed(Step step, var problem) when step == Step.RESUME -> finished();
            case RenewalOutcome.Failed(_, var problem) -> ended(plan.soFar().and(problem.changed()));
        }
    }

    /** What was saved without having been checked is not finished. */
    private void ended(ChangeState changed) {
        switch (changed) {
            case NOTHING -> noted.ifPresent(this::putBack);
            case SAVED, NOT_KNOWN -> noted.ifPresent(note -> attempt(() -> unfinished.note(note.ofItsEnd())));
        }
    }

    /** Whatever was begun for the same app before is finished with it. */
    private void finished() {
        noted.ifPresent(note -> attempt(() -> unfinished.takeAway(note)));
    }

    /** Another save of the same app that was cut off before this one began is still to be told of. */
    private void putBack(SaveNote note) {
        attempt(() -> {
            if (earlier.isPresent()) {
                unfinished.note(earlier.get());
            } else {
                unfinished.takeAway(note);
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
