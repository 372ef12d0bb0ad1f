package app.keyturn.faults;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import java.util.List;
import java.util.function.Consumer;

/**
 * Microsoft Graph with short time limits where no answer will come, and with long ones everywhere else, so that a slow
 * machine is no fault.
 */
final class ShortTimeouts implements Provisioning {
    private final Provisioning patient;
    private final Provisioning hurried;
    private final FaultSchedule spell;

    ShortTimeouts(Provisioning patient, Provisioning hurried, FaultSchedule spell) {
        this.patient = patient;
        this.hurried = hurried;
        this.spell = spell;
    }

    @Override
    public Tenant readTenant() throws ProblemException, InterruptedException {
        return on(Operation.LIST, Operation.LOOK).readTenant();
    }

    @Override
    public List<ProvisioningApp> findApps(String nameOrId) throws ProblemException, InterruptedException {
        return patient.findApps(nameOrId);
    }

    @Override
    public List<ProvisioningApp> searchAll(Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        return patient.searchAll(progress);
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
        boolean silent = spell.isOn() && spell.fault().isSilence();
        return silent && List.of(operations).contains(spell.operation()) ? hurried : patient;
    }
}
