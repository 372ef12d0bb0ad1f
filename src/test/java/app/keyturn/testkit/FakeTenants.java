package app.keyturn.testkit;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
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
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.UnreadApp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several organisations at Microsoft, in memory, each with its apps; an app is a {@link FakeProvisioning}. One account
 * is signed in at a time, and reaches only the apps of its organisation.
 */
public final class FakeTenants implements SignIn, Provisioning {
    private final FakeTimer time;
    private final Map<String, Map<String, FakeProvisioning>> apps;
    private @Nullable Account signedIn;
    /** Who answers the next sign-in in the browser. */
    public @Nullable Account next;
    /** Why the next sign-in ends without an account; null if it does not. */
    public @Nullable ProblemCode refusal;

    public FakeTenants(FakeTimer time) {
        this(time, new LinkedHashMap<>());
    }

    private FakeTenants(FakeTimer time, Map<String, Map<String, FakeProvisioning>> apps) {
        this.time = time;
        this.apps = apps;
    }

    /** The same organisations for another window, which signs in for itself. */
    public FakeTenants anotherSession() {
        return new FakeTenants(time, apps);
    }

    /**
     * Adds an app whose stored address is this portal's, whose stored token Apple knows, and which has the settings that
     * Microsoft's portal sends with every save.
     */
    public FakeProvisioning add(String tenantId, String appId, Portal stored) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(ConnectionPair.BASE_ADDRESS, stored.tenantUrl().text());
        pairs.put(ConnectionPair.SECRET_TOKEN, "stored-token-of-" + appId);
        pairs.put("SyncAll", "false");
        pairs.put("SyncNotificationSettings", "{\"Enabled\":false}");
        FakeProvisioning app = new FakeProvisioning(time, pairs);
        app.appleTokens.put("stored-token-of-" + appId, stored);
        apps.computeIfAbsent(tenantId, _ -> new LinkedHashMap<>()).put(appId, app);
        return app;
    }

    /** Apple creates a token, for whichever app it is saved in. */
    public void create(String token, Portal portal) {
        apps.values().forEach(each -> each.values().forEach(app -> app.appleTokens.put(token, portal)));
    }

    /** A sync of the app begins now and succeeds. */
    public void sync(String tenantId, String appId) {
        FakeProvisioning app = app(tenantId, appId);
        time.advance(Duration.ofSeconds(60));
        Instant began = time.now();
        app.job = new SyncJob(app.job.id(), app.job.status(), app.job.schedule(), app.job.quarantine(),
                Optional.of(new SyncJob.Execution(began, Optional.of(began.plusSeconds(1)),
                        SyncJob.Result.SUCCEEDED)),
                app.job.lastSuccess());
    }

    /** What happens in an app, whoever is signed in. */
    public FakeProvisioning app(String tenantId, String appId) {
        return Objects.requireNonNull(Objects.requireNonNull(apps.get(tenantId)).get(appId));
    }

    /** Who is signed in; null if nobody is. */
    public @Nullable Account signedIn() {
        return signedIn;
    }

    /** Microsoft ends the session. */
    public void endSession() {
        signedIn = null;
    }

    @Override
    public Account signIn(Optional<String> tenant, BrowserListener browser) throws ProblemException {
        browser.pageReady(URI.create("https://login.example/authorize"));
        ProblemCode reason = refusal;
        if (reason != null) {
            refusal = null;
            throw problem(reason);
        }
        Account account = Objects.requireNonNull(next, "nobody answers in the browser");
        signedIn = account;
        return account;
    }

    @Override
    public void signOut() {
        signedIn = null;
    }

    @Override
    public Tenant readTenant(Optional<Portal> portal) throws ProblemException {
        String tenantId = tenantId();
        return new Tenant(Optional.of("School " + tenantId), reachable().entrySet()
                .stream()
                .map(app -> named(app.getKey(), app.getValue()))
                .toList());
    }

    @Override
    public SearchResult findApps(String nameOrId) throws ProblemException {
        return readTenant(Optional.empty()).search();
    }

    @Override
    public SearchResult readAgain(List<UnreadApp> unread) throws ProblemException {
        return readTenant(Optional.empty()).search();
    }

    @Override
    public SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress) throws ProblemException {
        return readTenant(Optional.empty()).search();
    }

    @Override
    public Connection readConnection(String appId) throws ProblemException, InterruptedException {
        return app(appId).readConnection(appId);
    }

    @Override
    public SyncJob readJob(String appId, String jobId) throws ProblemException, InterruptedException {
        return app(appId).readJob(appId, jobId);
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException {
        return app(appId).test(appId, jobId, credentials);
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        return app(appId).testSaved(appId, jobId);
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        try {
            return app(appId).save(appId, credentials);
        } catch (ProblemException e) {
            return new SaveResponse.NotSent(e.problem());
        }
    }

    @Override
    public void start(String appId, String jobId) throws ProblemException, InterruptedException {
        app(appId).start(appId, jobId);
    }

    private static ProvisioningApp named(String appId, FakeProvisioning app) {
        return new ProvisioningApp(appId, "App " + appId, app.connection(), List.of(app.job));
    }

    private FakeProvisioning app(String appId) throws ProblemException {
        FakeProvisioning app = reachable().get(appId);
        if (app == null) {
            throw problem(ProblemCode.APP_GONE);
        }
        return app;
    }

    private Map<String, FakeProvisioning> reachable() throws ProblemException {
        return apps.getOrDefault(tenantId(), Map.of());
    }

    private String tenantId() throws ProblemException {
        Account now = signedIn;
        if (now == null) {
            throw problem(ProblemCode.SIGNIN_EXPIRED);
        }
        return now.tenantId();
    }

    private ProblemException problem(ProblemCode code) {
        return new ProblemException(new Problem(code, ChangeState.NOTHING, Diagnostics.at(time.now())));
    }
}
