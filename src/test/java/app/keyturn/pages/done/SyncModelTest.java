package app.keyturn.pages.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.OneJobProvisioning;
import app.keyturn.wizard.RenewalState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncModelTest {
    private final RenewalState renewalState = new RenewalState();
    private final OneJobProvisioning microsoft = new OneJobProvisioning(renewalState);
    private final SyncModel sync = microsoft.sync();

    @Test
    void nothingIsStoppedBeforeTheRenewal() {
        assertFalse(sync.isStopped());
    }

    @ParameterizedTest
    @EnumSource
    void theJobFromBeforeTheSaveSaysNothingAboutNow(Status found) {
        microsoft.renewed(OneJobProvisioning.job(found, Optional.empty()), new SyncRestartResult.Started());
        sync.begin();
        assertFalse(sync.isStopped());
        assertEquals("waiting", sync.stateKey());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void aJobThatIsNotActiveIsStopped(Status seen) {
        look(OneJobProvisioning.job(seen, Optional.empty()));
        assertTrue(sync.isStopped());
    }

    @Test
    void anActiveJobIsNotStopped() {
        look(OneJobProvisioning.job(Status.ACTIVE, Optional.empty()));
        assertFalse(sync.isStopped());
    }

    @Test
    void aJobSwitchedOffIsStoppedWhateverItsStatus() {
        look(new SyncJob("job", Status.ACTIVE, SyncJob.Schedule.DISABLED, Optional.empty(), Optional.empty(),
                Optional.empty()));
        assertTrue(sync.isStopped());
    }

    @Test
    void theLastReadingCounts() {
        look(OneJobProvisioning.job(Status.QUARANTINE, Optional.empty()));
        sync.watchAgain();
        assertTrue(sync.isStopped());
        microsoft.job = OneJobProvisioning.ran(SyncJob.Result.SUCCEEDED);
        microsoft.tasks.let();
        assertFalse(sync.isStopped());
        assertEquals("seen", sync.stateKey());
    }

    private void look(SyncJob seen) {
        microsoft.renewed(OneJobProvisioning.job(Status.QUARANTINE, Optional.empty()), new SyncRestartResult.Started());
        sync.begin();
        microsoft.job = seen;
        microsoft.tasks.let();
    }
}
