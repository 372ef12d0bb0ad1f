package app.keyturn.pages.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.WatchedSync;
import app.keyturn.wizard.RenewalState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncModelTest {
    private final RenewalState renewalState = new RenewalState();
    private final WatchedSync watched = new WatchedSync(renewalState);
    private final SyncModel sync = watched.model();

    @Test
    void nothingIsStoppedBeforeTheRenewal() {
        assertFalse(sync.isStopped());
    }

    @ParameterizedTest
    @EnumSource
    void theJobFromBeforeTheSaveSaysNothingAboutNow(Status found) {
        watched.renewed(WatchedSync.job(found, Optional.empty()), new SyncRestartResult.Started());
        sync.begin();
        assertFalse(sync.isStopped());
        assertEquals("waiting", sync.stateKey());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"ACTIVE", "FIRST_CYCLE"})
    void aJobThatDoesNotRunIsStopped(Status seen) {
        look(WatchedSync.job(seen, Optional.empty()));
        assertTrue(sync.isStopped());
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "FIRST_CYCLE"})
    void aJobThatRunsIsNotStopped(Status seen) {
        look(WatchedSync.job(seen, Optional.empty()));
        assertFalse(sync.isStopped());
    }

    @Test
    void aJobLeftAloneThatIsFoundInItsFirstCycleIsWatched() {
        watched.renewed(WatchedSync.job(Status.NOT_RUN, Optional.empty()), new SyncRestartResult.LeftAlone(
                new Problem(ProblemCode.SYNC_START_UNKNOWN, Diagnostics.at(WatchedSync.SAVED_AT))));
        sync.begin();
        watched.microsoft.job = WatchedSync.job(Status.FIRST_CYCLE, Optional.empty());
        sync.watchAgain();
        watched.tasks.runHeld();
        assertEquals(new SyncRestartResult.NotNeeded(), sync.restartResult().get());
    }

    @Test
    void aJobSwitchedOffIsStoppedWhateverItsStatus() {
        look(new SyncJob("job", Status.ACTIVE, SyncJob.Schedule.DISABLED, Optional.empty(), Optional.empty(),
                Optional.empty()));
        assertTrue(sync.isStopped());
    }

    @Test
    void theLastReadingCounts() {
        look(WatchedSync.job(Status.QUARANTINE, Optional.empty()));
        sync.watchAgain();
        assertTrue(sync.isStopped());
        watched.microsoft.job = WatchedSync.ran(SyncJob.Result.SUCCEEDED);
        watched.tasks.runHeld();
        assertFalse(sync.isStopped());
        assertEquals("seen", sync.stateKey());
    }

    private void look(SyncJob seen) {
        watched.renewed(WatchedSync.job(Status.QUARANTINE, Optional.empty()), new SyncRestartResult.Started());
        sync.begin();
        watched.microsoft.job = seen;
        watched.tasks.runHeld();
    }
}
