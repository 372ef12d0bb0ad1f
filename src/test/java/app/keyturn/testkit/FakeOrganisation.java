package app.keyturn.testkit;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.UnreadApp;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A read-only organisation at Microsoft, in memory, with its sign-in. {@link FakeProvisioning} has one app and what
 * happens to its secrets; this has any number of apps, and searches that can be held.
 */
public final class FakeOrganisation implements Provisioning, SignIn {
    public Account account = new Account("it@maple.example", "1a431e7d-294d-a473-b2b7-e44c2d9c7a91");
    public Optional<String> name = Optional.of("Maple Street School");
    public List<ProvisioningApp> apps = new ArrayList<>();
    /** Apps that only a search finds. */
    public List<ProvisioningApp> hidden = new ArrayList<>();
    /** Apps that cannot be read. */
    public List<UnreadApp> unread = new ArrayList<>();
    /** What each search leaves. */
    public Rest rest = new Rest.Nothing();
    /** The ids of the apps that a search through all apps has read. */
    public Set<String> read = Set.of();
    /** Number of apps that a search reads. */
    int size = 5000;
    CredentialTest test = new CredentialTest.Passed(Instant.EPOCH, Optional.empty());
    public @Nullable ProblemCode failure;
    /** Why the test of the saved token fails; null if it does not. */
    public @Nullable ProblemCode testFailure;
    /** Why the apps cannot be read; null if they can. */
    public @Nullable ProblemCode readFailure;
    public final List<String> searches = new ArrayList<>();
    public final List<Optional<String>> tenants = new ArrayList<>();
    public final List<String> tested = new ArrayList<>();
    /** Runs before a search reports progress. */
    public Runnable beforeSearch = () -> {};
    /** Runs in the middle of a search. */
    public Runnable duringSearch = () -> {};
    /** Runs before a sign-in opens the browser. */
    public Runnable beforeBrowser = () -> {};
    /** While it is closed, the user is in the browser. */
    public CountDownLatch browser = new CountDownLatch(0);
    /** True if the browser makes {@code https} of this computer's address. */
    public boolean httpsOnly;
    /** While it is closed, Microsoft does not answer. */
    public CountDownLatch answers = new CountDownLatch(0);

    /** Makes the test of the saved token fail from now on. */
    public void testFails(ProblemCode reason) {
        test = new CredentialTest.Failed(new Problem(reason, Diagnostics.at(Instant.EPOCH)));
    }

    @Override
    public Account signIn(Optional<String> tenant, BrowserListener listener)
            throws ProblemException, InterruptedException {
        tenants.add(tenant);
        beforeBrowser.run();
        listener.pageReady(URI.create("https://login.example/authorize"));
        if (httpsOnly) {
            listener.httpsTried();
        }
        browser.await();
        answer(failure);
        return account;
    }

    @Override
    public void signOut() {}

    @Override
    public Tenant readTenant(Optional<Portal> portal) throws ProblemException, InterruptedException {
        answers.await();
        answer(failure);
        answer(readFailure);
        return new Tenant(name, new SearchResult(apps, unread, Set.of(), rest));
    }

    @Override
    public SearchResult findApps(String nameOrId) throws ProblemException, InterruptedException {
        searches.add(nameOrId);
        answers.await();
        answer(failure);
        return new SearchResult(
                hidden.stream().filter(app -> app.id().equals(nameOrId) || app.name().startsWith(nameOrId)).toList(),
                unread, Set.of(), rest);
    }

    @Override
    public SearchResult readAgain(List<UnreadApp> again) throws ProblemException, InterruptedException {
        searches.add(String.join(" ", again.stream().map(UnreadApp::id).toList()));
        answers.await();
        answer(failure);
        Predicate<String> wanted = id -> again.stream().anyMatch(app -> app.id().equals(id));
        return new SearchResult(hidden.stream().filter(app -> wanted.test(app.id())).toList(),
                unread.stream().filter(app -> wanted.test(app.id())).toList(), Set.of(), new Rest.Nothing());
    }

    @Override
    public SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        searches.add("all after " + earlier.read().size());
        answer(failure);
        beforeSearch.run();
        progress.accept(new SearchProgress(812, OptionalInt.of(size), hidden.subList(0, Math.min(1, hidden.size()))));
        duringSearch.run();
        answers.await();
        return new SearchResult(hidden, unread, read, rest);
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        answers.await();
        answer(failure);
        answer(testFailure);
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
        throw new AssertionError("Not called from this page");
    }

    @Override
    public SyncJob readJob(String appId, String jobId) {
        throw new AssertionError("Not called from this page");
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials) {
        throw new AssertionError("Not called from this page");
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
