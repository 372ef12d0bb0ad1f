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
 * outcome is known. A note that cannot be written does not stop the save: the token is worth more than the note.
 */
public final class SaveJournal implements SaveObserver {
    private final SaveNotes notes;
    private final RenewalPlan plan;
    private final String organisation;
    private final Account account;
    private final Clock clock;
    private Optional<SaveNote> earlier = Optional.empty();
    private Optional<SaveNote> written = Optional.empty();

    private SaveJournal(SaveNotes notes, RenewalPlan plan, String organisation, Account account,
            Clock clock) {
        this.notes = notes;
        this.plan = plan;
        this.organisation = organisation;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Records one attempt at saving.
     *
     * @param notes stores the note; empty where none is stored, as in practice mode
     * @param plan what is renewed
     * @param organisation the name of the organisation
     * @param account who is signed in
     * @param clock dates the note
     */
    public static SaveObserver create(Optional<SaveNotes> notes, RenewalPlan plan, String organisation,
            Account account, Clock clock) {
        return notes.<SaveObserver>map(stored -> new SaveJournal(stored, plan, organisation, account, clock))
                .orElse(NONE);
    }

    /** Removes the note of an app, because the user says that the token is saved by hand. */
    public static void finishedByHand(SaveNotes notes, RenewalPlan plan, String organisation,
            Account account, Clock clock) {
        SaveJournal journal = new SaveJournal(notes, plan, organisation, account, clock);
        ignoreFailure(() -> notes.delete(journal.note(Step.SAVE)));
    }

    @Override
    public void step(Step step, StepState state) {
        if (state == StepState.RUNNING) {
            switch (step) {
                case TEST -> {
                }
                case SAVE, CHECK -> recordStep(step);
                // Saved and checked: whatever happens to the sync, the token need not be pasted again.
                case RESUME -> finished();
            }
        }
    }

    private SaveNote note(Step step) {
        return new SaveNote(plan.portal(), organisation, account.tenantId(), plan.app().name(),
                plan.app().id(), clock.instant(), step);
    }

    private void recordStep(Step step) {
        SaveNote note = note(step);
        if (written.isEmpty()) {
            earlier = notes.find(note);
        }
        written = Optional.of(note);
        ignoreFailure(() -> notes.write(note));
    }

    @Override
    public void ended(RenewalOutcome outcome) {
        switch (outcome) {
            case RenewalOutcome.Renewed _ -> finished();
            case RenewalOutcome.ConsentNeeded _ -> recordEnd(plan.earlierChange());
            case RenewalOutcome.Failed(Step step, var problem) when step == Step.RESUME -> finished();
            case RenewalOutcome.Failed(_, var problem) ->
                recordEnd(plan.earlierChange().combinedWith(problem.changed()));
            case RenewalOutcome.NotChecked _ -> recordEnd(ChangeState.SAVED);
        }
    }

    /** A token that was saved but not checked is not finished. */
    private void recordEnd(ChangeState changed) {
        switch (changed) {
            case NOTHING -> written.ifPresent(this::restoreEarlier);
            case SAVED, NOT_KNOWN -> written.ifPresent(note -> ignoreFailure(() -> notes.write(note.asEnded())));
        }
    }

    /** An earlier save of the same app is finished as well. */
    private void finished() {
        written.ifPresent(note -> ignoreFailure(() -> notes.delete(note)));
    }

    /** An earlier save of the same app that was cut off is still unfinished. */
    private void restoreEarlier(SaveNote note) {
        ignoreFailure(() -> {
            if (earlier.isPresent()) {
                notes.write(earlier.get());
            } else {
                notes.delete(note);
            }
        });
    }

    private interface NoteAccess {
        void run() throws IOException;
    }

    private static void ignoreFailure(NoteAccess access) {
        try {
            access.run();
        } catch (IOException | RuntimeException _) {
            // The renewal goes on. At worst the next start says nothing, or warns of a save that has ended.
        }
    }
}
