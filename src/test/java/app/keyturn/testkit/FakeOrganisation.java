package app.keyturn.testkit;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An organisation at Microsoft, in memory, that can only be looked at. */
public final class FakeOrganisation implements Provisioning, SignIn {
    public Account account = new Account("it@maple.example", "1a431e7d-294d-a473-b2b7-e44c2d9c7a91");
    public Optional<String> name = Optional.of("Maple Street School");
    public List<ProvisioningApp> apps = new ArrayList<>();
    /** What only a search finds. */
    public List<ProvisioningApp> hidden = new ArrayList<>();
    /** How many apps a search looks at. */
    int size = 5000;
    CredentialTest test = new CredentialTest.Passed(Instant.EPOCH, Optional.empty());
    public @Nullable ProblemCode refuses;
    /** The same, for the test of the saved token alone. */
    public @Nullable ProblemCode testRefuses;
    public final List<String> lookedFor = new ArrayList<>();
    public final List<Optional<String>> tenants = new ArrayList<>();
    public final List<String> tested = new ArrayList<>();
    /** Happens before a search through all apps says anything. */
    public Runnable atFirst = () -> {};
    /** Happens in the middle of a search through all apps. */
    public Runnable midway = () -> {};
    /** Happens when a sign-in is about to show its page. */
    public Runnable beforeThePage = () -> {};
    /** While it is closed, the person is in the browser. */
    public CountDownLatch browser = new CountDownLatch(0);
    /** While it is closed, nothing is answered. */
    public CountDownLatch answers = new CountDownLatch(0);

    /** Microsoft's test of the saved token ends like this from now on. */
    public void testFails(ProblemCode reason) {
        test = new CredentialTest.Failed(new Problem(reason, Diagnostics.at(Instant.EPOCH)));
    }

    @Override
    public Account signIn(Optional<String> tenant, Consumer<URI> showPage)
            throws ProblemException, InterruptedException {
        tenants.add(tenant);
        beforeThePage.run();
        showPage.accept(URI.create("https://login.example/authorize"));
        browser.await();
        answer(refuses);
        return account;
    }

    @Override
    public void signOut() {}

    @Override
    public Tenant readTenant() throws ProblemException, InterruptedException {
        answers.await();
        answer(refuses);
        return new Tenant(name, apps);
    }

    @Override
    public List<ProvisioningApp> findApps(String nameOrId) throws ProblemException, InterruptedException {
        lookedFor.add(nameOrId);
        answers.await();
        answer(refuses);
        return hidden.stream().filter(app -> app.id().equals(nameOrId) || app.name().startsWith(nameOrId)).toList();
    }

    @Override
    public List<ProvisioningApp> searchAll(Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        answer(refuses);
        atFirst.run();
        progress.accept(new SearchProgress(812, OptionalInt.of(size), hidden.subList(0, Math.min(1, hidden.size()))));
        midway.run();
        answers.await();
        return hidden;
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        answers.await();
        answer(refuses);
        answer(testRefuses);
        tested.add(appId + "/" + jobId);
        return test;
    }

    private static void answer(@Nullable ProblemCode reason) throws ProblemException {
        if (reason != null) {
            throw new ProblemException(new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)));
        }
    }

    @Override
    public Connection readConnection(String appId) {
        throw new AssertionError("Not on this page");
    }

    @Override
    public SyncJob readJob(String appId, String jobId) {
        throw new AssertionError("Not on this page");
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials) {
        throw new AssertionError("Not on this page");
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        throw new AssertionError("This page only reads");
    }

    @Override
    public void start(String appId, String jobId) {
        throw new AssertionError("This page only reads");
    }
}
