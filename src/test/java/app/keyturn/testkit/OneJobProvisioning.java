package app.keyturn.testkit;

import app.keyturn.pages.done.SyncModel;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.Timer;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Microsoft with one job, which can only be read, and which is looked at when a test lets {@link #tasks} go on. */
public final class OneJobProvisioning {
    /** When the token was saved. */
    public static final Instant SAVED_AT = Instant.EPOCH;

    /** What a look will see. */
    public SyncJob job = job(SyncJob.Status.ACTIVE, Optional.empty());
    /** Hold every look until they are let. */
    public final FakeTasks tasks = new FakeTasks();
    private final RenewalState renewalState;

    /**
     * Begins with nothing saved.
     *
     * @param renewalState gets the result
     */
    public OneJobProvisioning(RenewalState renewalState) {
        this.renewalState = renewalState;
        tasks.held = true;
    }

    /** The first sync of this job. */
    public SyncModel sync() {
        Provisioning microsoft = (Provisioning) Proxy.newProxyInstance(OneJobProvisioning.class.getClassLoader(),
                new Class<?>[]{Provisioning.class}, (_, method, _) -> {
                    if (!method.getName().equals("readJob")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return job;
                });
        Timer timer = new FakeTimer();
        return new SyncModel(new Renewal(microsoft, Limits.STANDARD, timer),
                new SyncWatch(microsoft, Limits.STANDARD, timer), renewalState,
                new Wizard(renewalState, () -> {}).of("done"),
                tasks,
                Clock.fixed(SAVED_AT, ZoneOffset.UTC));
    }

    /** The renewal comes to green, with the job found in this state. */
    public void renewed(SyncJob found, SyncRestartResult result) {
        ProvisioningApp app = new ProvisioningApp("app", "Apple", new Connection(List.of()), List.of(found));
        renewalState.result()
                .set(new RenewalState.Result(
                        new RenewalPlan(app, found, Portal.SCHOOL, Optional.empty(), Consents.NOTHING,
                                ChangeState.NOTHING),
                        Outcomes.renewed(result), Outcomes.FINGERPRINT, SAVED_AT));
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
