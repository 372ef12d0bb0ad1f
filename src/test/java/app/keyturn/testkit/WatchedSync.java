package app.keyturn.testkit;

import app.keyturn.pages.done.SyncModel;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The watch for the first sync after a save. It reads the job, and nothing else, when the test runs {@link #tasks}. */
public final class WatchedSync {
    /** When the token was saved. */
    public static final Instant SAVED_AT = Instant.EPOCH;

    /** Has the job that a look will see. */
    public final FakeProvisioning microsoft = FakeProvisioning.of(Portal.SCHOOL).allowOnly(Kind.READ_JOB);
    public final FakeTasks tasks = FakeTasks.holding();
    private final RenewalState renewalState;

    /**
     * Nothing is saved yet.
     *
     * @param renewalState gets the result
     */
    public WatchedSync(RenewalState renewalState) {
        this.renewalState = renewalState;
        microsoft.job = job(SyncJob.Status.ACTIVE, Optional.empty());
    }

    public SyncModel model() {
        FakeTimer timer = new FakeTimer();
        return new SyncModel(new Renewal(microsoft, Limits.STANDARD, timer),
                new SyncWatch(microsoft, Limits.STANDARD, timer), renewalState,
                new Wizard(renewalState, () -> {}).frameFor("done"), tasks, Clock.fixed(SAVED_AT, ZoneOffset.UTC));
    }

    /** The renewal comes to green, with the job found in this state. */
    public void renewed(SyncJob found, SyncRestartResult result) {
        ProvisioningApp app = new ProvisioningApp("app", "Apple", new Connection(List.of()), List.of(found));
        renewalState.complete(CompletedRenewals.of(app, found, result));
    }

    /** A job that is meant to run. */
    public static SyncJob job(SyncJob.Status status, Optional<SyncJob.Execution> cycle) {
        return new SyncJob("job", status, SyncJob.Schedule.ACTIVE, Optional.empty(), cycle, Optional.empty());
    }

    /** A job that has run since the token was saved. */
    public static SyncJob ran(SyncJob.Result result) {
        Instant began = SAVED_AT.plusSeconds(60);
        return job(SyncJob.Status.ACTIVE, Optional.of(new SyncJob.Execution(began,
                Optional.of(began.plusSeconds(30)), result)));
    }
}
