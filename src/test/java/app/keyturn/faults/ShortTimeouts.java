package app.keyturn.faults;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.UnreadApp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Real Graph clients: one with short time limits where the fault is that no answer comes, one with long limits
 * everywhere else, so that a slow machine is not mistaken for a fault.
 */
final class ShortTimeouts implements Provisioning {
    private final Provisioning normal;
    private final Provisioning impatient;
    private final FaultSchedule schedule;
    private final Runnable testing;

    /**
     * Creates both.
     *
     * @param testing called before a token that is not saved is tested
     */
    ShortTimeouts(Provisioning normal, Provisioning impatient, FaultSchedule schedule, Runnable testing) {
        this.testing = testing;
        this.normal = normal;
        this.impatient = impatient;
        this.schedule = schedule;
    }

    @Override
    public Tenant readTenant(Optional<Portal> portal) throws ProblemException, InterruptedException {
        return on(Operation.LIST, Operation.LOOK).readTenant(portal);
    }

    @Override
    public SearchResult findApps(String nameOrId) throws ProblemException, InterruptedException {
        return normal.findApps(nameOrId);
    }

    @Override
    public SearchResult readAgain(List<UnreadApp> unread) throws ProblemException, InterruptedException {
        return normal.readAgain(unread);
    }

    @Override
    public SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        return normal.searchAll(earlier, progress);
    }

    @Override
    public Connection readConnection(String appId) throws ProblemException, InterruptedException {
        return on(Operation.SECRETS, Operation.READ_BACK).readConnection(appId);
    }

    @Override
    public SyncJob readJob(String appId, String jobId) throws ProblemException, InterruptedException {
        return on(Operation.JOB, Operation.WATCH).readJob(appId, jobId);
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException {
        testing.run();
        return on(Operation.TEST).test(appId, jobId, credentials);
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        return on(Operation.BASELINE, Operation.TEST_SAVED).testSaved(appId, jobId);
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        return on(Operation.SAVE).save(appId, credentials);
    }

    @Override
    public void start(String appId, String jobId) throws ProblemException, InterruptedException {
        on(Operation.START).start(appId, jobId);
    }

    private Provisioning on(Operation... operations) {
        boolean silent = schedule.isActive() && schedule.fault().isSilence();
        return silent && List.of(operations).contains(schedule.operation()) ? impatient : normal;
    }
}
