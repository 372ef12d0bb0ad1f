package app.keyturn.records;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes a note before a save is sent, so that the next start knows of a save that was cut off, and removes it once the
 * outcome is known. A note that cannot be written stops nothing: the token is worth more than the note.
 */
public final class SaveJournal implements SaveObserver {
    private final UnfinishedSave unfinished;
    private final RenewalPlan plan;
    private final String organisation;
    private final Account account;
    private final Clock clock;
    private Optional<SaveNote> earlier = Optional.empty();
    private Optional<SaveNote> noted = Optional.empty();

    private SaveJournal(UnfinishedSave unfinished, RenewalPlan plan, String organisation, Account account,
            Clock clock) {
        this.unfinished = unfinished;
        this.plan = plan;
        this.organisation = organisation;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Records one attempt at saving.
     *
     * @param unfinished stores the note; empty where none is stored, as in practice mode
     * @param plan what is renewed
     * @param organisation the name of the organisation
     * @param account who is signed in
     * @param clock dates the note
     */
    public static SaveObserver create(Optional<UnfinishedSave> unfinished, RenewalPlan plan, String organisation,
            Account account, Clock clock) {
        return unfinished.<SaveObserver>map(notes -> new SaveJournal(notes, plan, organisation, account, clock))
                .orElse(NOBODY);
    }

    /** Removes the note of an app, because the user says that the token is saved by hand. */
    public static void finishedByHand(UnfinishedSave unfinished, RenewalPlan plan, String organisation,
            Account account, Clock clock) {
        SaveJournal journal = new SaveJournal(unfinished, plan, organisation, account, clock);
        attempt(() -> unfinished.takeAway(journal.note(Step.SAVE)));
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
        return new SaveNote(plan.portal(), organisation, account.tenantId(), plan.app().name(),
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
