package app.keyturn.sequences;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
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
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeTenants;
import app.keyturn.testkit.FakeTimer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Microsoft as one window asks it, and a log of what it was asked, what it answered, and what it stored. */
final class ObservedServices implements Provisioning {
    private final FakeTimer time;
    private final Provisioning microsoft;
    private final Supplier<@Nullable Account> signedIn;
    private final Storage storage;
    private final List<Entry> log = new ArrayList<>();

    /** A line of the log. */
    sealed interface Entry {}

    /** What the window showed when the person pressed the button. */
    record Screen(Account account, String tenantName, String appId, Portal portal, String token, LocalDate expiry) {}

    /** The person pressed <em>Test and save</em>, agreed to a question, or had a save checked again. */
    record Begun(Screen screen) implements Entry {}

    /**
     * The person had the sync restarted, or that tried again.
     *
     * @param agreed true if the sync was paused or off, and the person had read what a start carries out
     */
    record RestartAsked(boolean agreed) implements Entry {}

    /**
     * One call.
     *
     * @param body as sent; empty if it has none
     * @param answer an answer of the port, or what was thrown
     * @param stored true if the token in the body is stored now because of it
     */
    record Call(Instant at, String appId, @Nullable Account account, Kind kind, Map<String, String> body,
            Object answer, boolean stored) implements Entry {
        boolean is(Kind wanted, String app) {
            return kind == wanted && appId.equals(app);
        }

        boolean passed() {
            return answer instanceof CredentialTest.Passed;
        }
    }

    /** A call that can fail. */
    private interface Request<T> {
        T send() throws ProblemException, InterruptedException;
    }

    /** The token that an app has stored now. */
    @FunctionalInterface
    interface Storage {
        /** Empty if there is none. */
        String token(Account account, String appId);
    }

    ObservedServices(FakeTimer time, FakeTenants microsoft) {
        this(time, microsoft, microsoft::signedIn, (account, appId) -> microsoft.app(account.tenantId(), appId)
                .stored()
                .getOrDefault(ConnectionPair.SECRET_TOKEN, ""));
    }

    /**
     * Observes other services.
     *
     * @param signedIn who is signed in; null if nobody is
     */
    ObservedServices(FakeTimer time, Provisioning microsoft, Supplier<@Nullable Account> signedIn, Storage storage) {
        this.time = time;
        this.microsoft = microsoft;
        this.signedIn = signedIn;
        this.storage = storage;
    }

    List<Entry> log() {
        return log;
    }

    void note(Entry entry) {
        log.add(entry);
    }

    @Override
    public Tenant readTenant(Optional<Portal> portal) throws ProblemException, InterruptedException {
        return microsoft.readTenant(portal);
    }

    @Override
    public SearchResult findApps(String nameOrId) throws ProblemException, InterruptedException {
        return microsoft.findApps(nameOrId);
    }

    @Override
    public SearchResult readAgain(List<UnreadApp> unread) throws ProblemException, InterruptedException {
        return microsoft.readAgain(unread);
    }

    @Override
    public SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        return microsoft.searchAll(earlier, progress);
    }

    @Override
    public Connection readConnection(String appId) throws ProblemException, InterruptedException {
        return observed(appId, Kind.READ, Map.of(), () -> microsoft.readConnection(appId));
    }

    @Override
    public SyncJob readJob(String appId, String jobId) throws ProblemException, InterruptedException {
        return observed(appId, Kind.READ_JOB, Map.of(), () -> microsoft.readJob(appId, jobId));
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException {
        return observed(appId, Kind.TEST, body(credentials), () -> microsoft.test(appId, jobId, credentials));
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        return observed(appId, Kind.TEST_SAVED, Map.of(), () -> microsoft.testSaved(appId, jobId));
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        try {
            return observed(appId, Kind.PUT, body(credentials.credentials()), () -> microsoft.save(appId, credentials));
        } catch (ProblemException | InterruptedException impossible) {
            throw new AssertionError("A save answers, it does not throw", impossible);
        }
    }

    @Override
    public void start(String appId, String jobId) throws ProblemException, InterruptedException {
        observed(appId, Kind.START, Map.of(), () -> {
            microsoft.start(appId, jobId);
            return "started";
        });
    }

    private <T> T observed(String appId, Kind kind, Map<String, String> body, Request<T> request)
            throws ProblemException, InterruptedException {
        Account account = signedIn.get();
        Object answer = "cut off";
        try {
            T given = request.send();
            answer = Objects.requireNonNull(given);
            return given;
        } catch (ProblemException | InterruptedException e) {
            answer = e;
            throw e;
        } finally {
            boolean stored = kind == Kind.PUT && account != null
                    && (answer instanceof SaveResponse.Saved
                            || ((answer instanceof SaveResponse.NotKnown || answer.equals("cut off"))
                                    && isStored(account, appId, body)));
            log.add(new Call(time.now(), appId, account, kind, body, answer, stored));
        }
    }

    private boolean isStored(Account account, String appId, Map<String, String> body) {
        return storage.token(account, appId).equals(body.get(ConnectionPair.SECRET_TOKEN));
    }

    private static Map<String, String> body(Credentials credentials) {
        Map<String, String> body = new LinkedHashMap<>();
        credentials.readable().forEach(pair -> body.put(pair.key(), pair.value()));
        body.put(ConnectionPair.SECRET_TOKEN, credentials.token().reveal());
        return body;
    }
}
