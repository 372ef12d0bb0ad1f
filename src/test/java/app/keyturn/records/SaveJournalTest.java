package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.SaveNotes.Known;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the note of a save is written, and when it is taken away. */
class SaveJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final RenewalOutcome GREEN = new RenewalOutcome.Renewed(
            new SaveProof.ByResponse(NOW, Optional.empty()), Outcomes.TESTS,
            new SyncRestartResult.NotNeeded(), false);

    private static final Account ACCOUNT = new Account("it@maple.example", "1111");

    @TempDir private Path folder;
    @AutoClose private final OpenedNotes opened = new OpenedNotes();

    @Test
    void theTestOfATokenIsNotNoted() {
        SaveObserver journal = journal(ChangeState.NOTHING);
        journal.step(Step.TEST, StepState.RUNNING);
        assertEquals(Optional.empty(), unfinished());
        journal.ended(failed(Step.TEST, refused()));
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void theSaveIsNotedOnDiskByTheTimeTheStepMayBegin() {
        journal(ChangeState.NOTHING).step(Step.SAVE, StepState.RUNNING);
        assertEquals(Optional.of(note(Step.SAVE)), unfinished());
    }

    /** "Stop" interrupts the thread that saves. */
    @Test
    void theEndOfASaveIsNotedThoughItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        SaveObserver journal = saving(ChangeState.NOTHING);
        assertEquals(Optional.of(note(Step.SAVE)), unfinished());
        journal.ended(failed(Step.SAVE, unknown()));
        assertTrue(Thread.interrupted());
        assertTrue(unfinished().orElseThrow().ended());
    }

    @Test
    void theNoteFollowsTheSteps() {
        SaveObserver journal = saving(ChangeState.NOTHING);
        journal.step(Step.SAVE, StepState.DONE);
        assertEquals(Optional.of(note(Step.SAVE)), unfinished());
        journal.step(Step.CHECK, StepState.RUNNING);
        assertEquals(Optional.of(note(Step.CHECK)), unfinished());
    }

    @Test
    void onceTheSavedTokenHasPassedItsCheckThereIsNothingToFinish() {
        SaveObserver journal = saving(ChangeState.NOTHING);
        journal.step(Step.CHECK, StepState.RUNNING);
        journal.step(Step.CHECK, StepState.DONE);
        journal.step(Step.RESUME, StepState.RUNNING);
        assertEquals(Optional.empty(), unfinished());
        journal.ended(failed(Step.RESUME, fault(ChangeState.SAVED)));
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void greenTakesTheNoteAway() {
        saving(ChangeState.NOTHING).ended(GREEN);
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void nothingChangedTakesTheNoteAway() {
        saving(ChangeState.NOTHING).ended(failed(Step.SAVE, refused()));
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void aQuestionBeforeTheSaveTakesTheNoteAway() {
        saving(ChangeState.NOTHING)
                .ended(new RenewalOutcome.ConsentNeeded(new ConsentQuestion.HiddenKeys(List.of("Other"))));
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void savedAndCheckedTakesTheNoteAway() {
        saving(ChangeState.NOTHING).ended(failed(Step.RESUME, fault(ChangeState.SAVED)));
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void savedAndNotCheckedLeavesTheNote() {
        SaveObserver journal = saving(ChangeState.NOTHING);
        journal.step(Step.CHECK, StepState.RUNNING);
        journal.ended(failed(Step.CHECK, fault(ChangeState.SAVED)));
        assertEquals(Optional.of(note(Step.CHECK).asEnded()), unfinished());
    }

    @Test
    void notKnownLeavesTheNote() {
        saving(ChangeState.NOTHING).ended(failed(Step.SAVE, unknown()));
        assertEquals(Optional.of(note(Step.SAVE).asEnded()), unfinished());
    }

    @Test
    void aNextAttemptThatChangesNothingLeavesTheNoteOfOneWhoseEndIsNotKnown() {
        saving(ChangeState.NOTHING).ended(failed(Step.SAVE, unknown()));
        saving(ChangeState.NOT_KNOWN).ended(failed(Step.SAVE, refused()));
        assertEquals(Optional.of(note(Step.SAVE).asEnded()), unfinished());
        saving(ChangeState.NOT_KNOWN).ended(GREEN);
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void whatThePersonHasSavedByHandIsNotToldOfAgain() {
        saving(ChangeState.NOTHING).ended(failed(Step.SAVE, unknown()));
        SaveJournal.finishedByHand(SaveNotes.in(folder), plan(ChangeState.NOT_KNOWN), "Maple School", ACCOUNT,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void whatAnEarlierLifeLeftStaysUntilASaveOfTheSameAppSucceeds() throws IOException {
        SaveNote earlier = left("1111", "AAAA");
        saving(ChangeState.NOTHING).ended(failed(Step.SAVE, refused()));
        assertEquals(Optional.of(earlier), unfinished());
        saving(ChangeState.NOTHING).ended(GREEN);
        assertEquals(Optional.empty(), unfinished());
    }

    @Test
    void anotherOrganisationsNoteOutlivesARenewalHere() throws IOException {
        SaveNote other = left("2222", "bbbb");
        saving(ChangeState.NOTHING).ended(GREEN);
        assertEquals(Optional.of(other), unfinished());
    }

    @Test
    void twoOrganisationsCutOffOneAfterTheOtherAreBothKept() throws IOException {
        SaveNote other = left("2222", "bbbb");
        saving(ChangeState.NOTHING).ended(failed(Step.SAVE, unknown()));
        assertEquals(List.of(new Known(note(Step.SAVE).asEnded()), new Known(other)),
                SaveNotes.in(folder).interrupted());
    }

    @Test
    void aNoteThatCannotBeWrittenStopsNothing() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        SaveObserver journal = SaveJournal.create(Optional.of(SaveNotes.in(noFolder)), plan(ChangeState.NOTHING),
                "Maple School", ACCOUNT, Clock.fixed(NOW, ZoneOffset.UTC));
        journal.step(Step.SAVE, StepState.RUNNING);
        journal.ended(GREEN);
        assertTrue(Files.isRegularFile(noFolder));
    }

    @Test
    void whereNothingIsToBeNotedNobodyStandsBy() {
        assertEquals(SaveObserver.NONE,
                SaveJournal.create(Optional.empty(), plan(ChangeState.NOTHING), "Maple School", ACCOUNT,
                        Clock.systemUTC()));
    }

    private SaveNote left(String tenantId, String appId) throws IOException {
        SaveNote earlier = new SaveNote(Portal.SCHOOL, "Some School", tenantId, "Apple", appId,
                NOW.minusSeconds(86_400), Step.SAVE);
        opened.in(folder).write(earlier);
        return earlier;
    }

    private SaveObserver saving(ChangeState earlierChange) {
        SaveObserver journal = journal(earlierChange);
        journal.step(Step.TEST, StepState.DONE);
        journal.step(Step.SAVE, StepState.RUNNING);
        return journal;
    }

    private SaveObserver journal(ChangeState earlierChange) {
        return SaveJournal.create(Optional.of(opened.in(folder)), plan(earlierChange), "Maple School", ACCOUNT,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Optional<SaveNote> unfinished() {
        return SaveNotes.in(folder).interrupted().stream().map(found -> ((Known) found).note()).findFirst();
    }

    private static SaveNote note(Step step) {
        return new SaveNote(Portal.SCHOOL, "Maple School", "1111", "Accounts to Apple", "aaaa", NOW, step);
    }

    private static RenewalOutcome failed(Step step, Problem problem) {
        return new RenewalOutcome.Failed(step, problem);
    }

    private static Problem refused() {
        return new Problem(ProblemCode.SAVE_REFUSED, Diagnostics.at(NOW));
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.SAVE_UNKNOWN, Diagnostics.at(NOW));
    }

    private static Problem fault(ChangeState changed) {
        return new Problem(ProblemCode.INTERNAL_FAULT, changed, Diagnostics.at(NOW));
    }

    private static RenewalPlan plan(ChangeState earlierChange) {
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        ProvisioningApp app = new ProvisioningApp("aaaa", "Accounts to Apple", new Connection(List.of()),
                List.of(job));
        return new RenewalPlan(app, job, Portal.SCHOOL, Optional.empty(), Consents.NOTHING, earlierChange);
    }
}
