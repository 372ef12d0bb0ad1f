package app.keyturn.testkit;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A Microsoft for one renewal, which does what a test says as each call arrives. */
public final class ScriptedProvisioning implements Provisioning {
    /** What is called, in order. */
    public final List<String> calls = new ArrayList<>();
    /** Happens while the token is being tested. */
    public Runnable duringTheTest = () -> {};
    /** Happens while what was saved is being tested. */
    public Runnable duringTheCheck = () -> {};
    /** Happens while the token is on its way. */
    public Runnable duringTheSave = () -> {};
    /** Apple's verdict on the new token. */
    public boolean accepted = true;
    /** The address stored in the app. */
    public String address = Portal.SCHOOL.tenantUrl().text();

    public ProvisioningApp app(String id) {
        return new ProvisioningApp(id, "Apple School Manager", connection(), List.of(job()));
    }

    public static SyncJob job() {
        return new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private Connection connection() {
        return new Connection(List.of(new ConnectionPair(ConnectionPair.BASE_ADDRESS, address),
                new ConnectionPair(ConnectionPair.SECRET_TOKEN, "*")));
    }

    @Override
    public Tenant readTenant() {
        throw new UnsupportedOperationException("Read before this page");
    }

    @Override
    public List<ProvisioningApp> findApps(String nameOrId) {
        throw new UnsupportedOperationException("Read before this page");
    }

    @Override
    public List<ProvisioningApp> searchAll(Consumer<SearchProgress> progress) {
        throw new UnsupportedOperationException("Read before this page");
    }

    @Override
    public Connection readConnection(String appId) {
        calls.add("read");
        return connection();
    }

    @Override
    public SyncJob readJob(String appId, String jobId) {
        calls.add("job");
        return job();
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials) throws InterruptedException {
        calls.add("test");
        happens(duringTheTest);
        return accepted
                ? new CredentialTest.Passed(Instant.EPOCH, Optional.empty())
                : new CredentialTest.Failed(
                        new Problem(ProblemCode.TOKEN_REJECTED, Diagnostics.at(Instant.EPOCH)));
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws InterruptedException {
        calls.add("test saved");
        happens(duringTheCheck);
        return new CredentialTest.Passed(Instant.EPOCH, Optional.empty());
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        calls.add("save");
        duringTheSave.run();
        address = credentials.credentials()
                .readable()
                .stream()
                .filter(pair -> pair.key().equals(ConnectionPair.BASE_ADDRESS))
                .findFirst()
                .map(ConnectionPair::value)
                .orElse(address);
        return new SaveResponse.Saved(Instant.EPOCH, Optional.empty());
    }

    @Override
    public void start(String appId, String jobId) {
        calls.add("start");
    }

    private static void happens(Runnable event) throws InterruptedException {
        event.run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
