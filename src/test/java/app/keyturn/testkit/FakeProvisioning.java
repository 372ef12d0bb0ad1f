package app.keyturn.testkit;

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
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.UnreadApp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Microsoft with Apple behind it, in memory, with one app and one job. It records every call, and a test decides what
 * becomes of each.
 */
public final class FakeProvisioning implements Provisioning {
    public enum Kind {
        READ, TEST, TEST_SAVED, PUT, READ_JOB, START
    }

    /** What a write does to pairs that it does not name; Microsoft's documentation allows both readings. */
    public enum Writes {
        MERGE, REPLACE
    }

    /** The outcome of a PUT or a start. */
    public enum Answer {
        /** A failure that lasts: Microsoft cannot parse one of the settings. */
        NOT_UNDERSTOOD, GIVEN, LOST_BEFORE, LOST_AFTER, REFUSED, BUSY, NOT_SENT,
        /** A failure of the service that says how long to wait. */
        ASKED_TO_WAIT
    }

    /** A call; the body is empty if it has none. */
    public record Call(Kind kind, Map<String, String> body) {}

    /** Runs when a call arrives. */
    @FunctionalInterface
    public interface Event {
        void happens() throws ProblemException, InterruptedException;
    }

    /** The credentials saved last. */
    public Optional<TestedCredentials> lastSaved = Optional.empty();

    private record Version(Instant visibleFrom, Instant effectiveFrom, Map<String, String> pairs) {}

    public final Deque<Answer> putAnswers = new ArrayDeque<>();
    /** The answer to a PUT once {@link #putAnswers} is empty. */
    public Supplier<Answer> answer = () -> Answer.GIVEN;
    public final Deque<Answer> startAnswers = new ArrayDeque<>();
    /** Valid tokens and the portal of each. */
    public final Map<String, Portal> appleTokens = new HashMap<>();
    public final Set<String> hiddenKeys = new HashSet<>(Set.of(ConnectionPair.SECRET_TOKEN));
    /** Keys that the next PUTs lose, as many PUTs as {@link #losses} says. */
    public final List<String> lostKeys = new ArrayList<>();
    public int losses;
    /** Keys that a test cannot parse. */
    public final Set<String> notUnderstood = new HashSet<>();
    /** True if answers have request IDs: the kind and number of the request. */
    public boolean sendsRequestIds;
    /** The kinds of requests whose answers have no {@code Date}. */
    public final Set<Kind> undated = EnumSet.noneOf(Kind.class);
    public Writes writes = Writes.MERGE;
    public Duration visibleAfter = Duration.ZERO;
    /** How long Microsoft goes on testing what was stored before a write. */
    public Duration effectiveAfter = Duration.ZERO;
    /** What Microsoft makes of a stored pair when it is read. */
    public UnaryOperator<ConnectionPair> rewritten = UnaryOperator.identity();
    public SyncJob job = new SyncJob("scim.1a43.2b5c", Status.ACTIVE, Schedule.ACTIVE, Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The {@code Retry-After} of a busy answer. */
    public Optional<Duration> pause = Optional.empty();

    /** The problem of a refused start. */
    public Problem startRefusal = new Problem(ProblemCode.ROLE_MISSING, ChangeState.NOTHING,
            Diagnostics.at(Instant.EPOCH));

    /** The problem of a refused PUT. */
    public Problem refusal = new Problem(ProblemCode.SAVE_REFUSED, Diagnostics.at(Instant.EPOCH));

    private final FakeTimer time;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Event> events = new HashMap<>();
    private final List<Version> versions = new ArrayList<>();
    private Set<Kind> allowed = EnumSet.allOf(Kind.class);

    public FakeProvisioning(FakeTimer time, Map<String, String> stored) {
        this.time = time;
        versions.add(new Version(Instant.MIN, Instant.MIN, new LinkedHashMap<>(stored)));
    }

    /** An app for a portal, without a token yet, and without delays. */
    public static FakeProvisioning of(Portal portal) {
        Map<String, String> stored = new LinkedHashMap<>();
        stored.put(ConnectionPair.BASE_ADDRESS, portal.tenantUrl().text());
        stored.put(ConnectionPair.SECRET_TOKEN, "");
        stored.put("SyncAll", "false");
        stored.put("SyncNotificationSettings", "{\"Enabled\":false}");
        return new FakeProvisioning(new FakeTimer(), stored);
    }

    /** Fails the test at any call of another kind. */
    public FakeProvisioning allowOnly(Kind... kinds) {
        allowed = Set.of(kinds);
        return this;
    }

    /** Runs an event when the nth call of a kind arrives. */
    public void on(Kind kind, int nth, Event event) {
        events.put(kind + " " + nth, event);
    }

    /** Makes the nth call of a kind fail. */
    public void fail(Kind kind, int nth, Problem problem) {
        on(kind, nth, () -> {
            throw new ProblemException(problem);
        });
    }

    /** Another client stores a value, visible at once. */
    public void setByOthers(String key, String value) {
        Map<String, String> pairs = stored();
        pairs.put(key, value);
        versions.add(new Version(Instant.MIN, Instant.MIN, pairs));
    }

    /** Another client removes a pair. */
    public void removeByOthers(String key) {
        Map<String, String> pairs = stored();
        pairs.remove(key);
        versions.add(new Version(Instant.MIN, Instant.MIN, pairs));
    }

    /** Returns the same pairs in reverse order from now on. */
    public void reverseOrder() {
        List<Map.Entry<String, String>> pairs = new ArrayList<>(stored().entrySet());
        Collections.reverse(pairs);
        Map<String, String> turned = new LinkedHashMap<>();
        pairs.forEach(pair -> turned.put(pair.getKey(), pair.getValue()));
        versions.add(new Version(Instant.MIN, Instant.MIN, turned));
    }

    public List<Call> calls() {
        return calls;
    }

    /** The kinds of all calls, in order. */
    public List<Kind> order() {
        return calls.stream().map(Call::kind).toList();
    }

    /** The bodies of all calls of a kind, in order. */
    public List<Map<String, String>> bodies(Kind kind) {
        return calls.stream().filter(call -> call.kind() == kind).map(Call::body).toList();
    }

    public int count(Kind kind) {
        return bodies(kind).size();
    }

    /** The stored pairs with secrets in clear, visible to reads or not yet. */
    public Map<String, String> stored() {
        return new LinkedHashMap<>(versions.getLast().pairs());
    }

    /** What a read returns now; not recorded as a call. */
    public Connection connection() {
        return new Connection(shown().entrySet()
                .stream()
                .map(pair -> hiddenKeys.contains(pair.getKey())
                        ? new ConnectionPair(pair.getKey(), "*")
                        : rewritten.apply(new ConnectionPair(pair.getKey(), pair.getValue())))
                .toList());
    }

    /** The app as it reads now; not recorded as a call. */
    public ProvisioningApp app() {
        return app("app");
    }

    public ProvisioningApp app(String id) {
        return new ProvisioningApp(id, "Apple School Manager", connection(), List.of(job));
    }

    /** Microsoft's time as in a {@code Date} header. */
    public Instant date() {
        return time.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Tenant readTenant(Optional<Portal> portal) {
        if (allowed.size() < Kind.values().length) {
            throw new AssertionError("No search is expected here");
        }
        return new Tenant(Optional.of("Maple School"), List.of(app()));
    }

    @Override
    public Tenant readTenant() {
        return readTenant(Optional.empty());
    }

    @Override
    public SearchResult findApps(String nameOrId) {
        return readTenant().search();
    }

    @Override
    public SearchResult readAgain(List<UnreadApp> unread) {
        return readTenant().search();
    }

    @Override
    public SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress) {
        return readTenant().search();
    }

    @Override
    public Connection readConnection(String appId) throws ProblemException, InterruptedException {
        arrives(Kind.READ, Map.of());
        return connection();
    }

    @Override
    public SyncJob readJob(String appId, String jobId) throws ProblemException, InterruptedException {
        arrives(Kind.READ_JOB, Map.of());
        return job;
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException {
        Map<String, String> body = body(credentials);
        arrives(Kind.TEST, body);
        if (!Collections.disjoint(body.keySet(), notUnderstood)) {
            throw new ProblemException(RenewalScene.problem(ProblemCode.SETTING_NOT_UNDERSTOOD));
        }
        return atApple(Kind.TEST, body);
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        arrives(Kind.TEST_SAVED, Map.of());
        // What cannot be read yet is not used yet, either.
        Map<String, String> used = visibleAfter.compareTo(effectiveAfter) > 0
                ? shown()
                : latest(Version::effectiveFrom);
        return atApple(Kind.TEST_SAVED, used);
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        Map<String, String> body = body(credentials.credentials());
        lastSaved = Optional.of(credentials);
        try {
            arrives(Kind.PUT, body);
        } catch (ProblemException | InterruptedException e) {
            throw new AssertionError("A save answers, it does not throw", e);
        }
        Answer answer = putAnswers.isEmpty() ? this.answer.get() : putAnswers.removeFirst();
        if (answer == Answer.GIVEN || answer == Answer.LOST_AFTER) {
            write(body);
        }
        return switch (answer) {
            case GIVEN -> new SaveResponse.Saved(date(Kind.PUT), requestId(Kind.PUT));
            case REFUSED -> new SaveResponse.Refused(refusal);
            case BUSY -> new SaveResponse.Busy(RenewalScene.problem(ProblemCode.SERVICE_BUSY), pause);
            case NOT_SENT -> new SaveResponse.NotSent(RenewalScene.problem(ProblemCode.NET_REFUSED));
            case LOST_BEFORE, LOST_AFTER -> new SaveResponse.NotKnown(RenewalScene.problem(ProblemCode.NET_TIMED_OUT),
                    Optional.empty());
            case NOT_UNDERSTOOD -> new SaveResponse.NotKnown(
                    RenewalScene.problem(ProblemCode.SETTING_NOT_UNDERSTOOD), Optional.empty());
            case ASKED_TO_WAIT -> new SaveResponse.NotKnown(RenewalScene.problem(ProblemCode.SERVICE_DOWN), pause);
        };
    }

    @Override
    public void start(String appId, String jobId) throws ProblemException, InterruptedException {
        arrives(Kind.START, Map.of());
        Answer answer = startAnswers.isEmpty() ? Answer.GIVEN : startAnswers.removeFirst();
        if (answer == Answer.GIVEN || answer == Answer.LOST_AFTER) {
            job = new SyncJob(job.id(), Status.ACTIVE, Schedule.ACTIVE, Optional.empty(), job.lastExecution(),
                    job.lastSuccess());
        }
        if (answer == Answer.NOT_SENT) {
            throw ProblemException.beforeSending(RenewalScene.problem(ProblemCode.NET_TIMED_OUT));
        }
        if (answer == Answer.BUSY) {
            Problem busy = RenewalScene.problem(ProblemCode.SERVICE_BUSY);
            throw pause.map(asked -> ProblemException.retryAfter(busy, asked))
                    .orElseGet(() -> new ProblemException(busy));
        }
        if (answer != Answer.GIVEN) {
            throw new ProblemException(answer == Answer.REFUSED
                    ? startRefusal
                    : new Problem(ProblemCode.NET_TIMED_OUT, ChangeState.NOTHING,
                            Diagnostics.at(time.now())));
        }
    }

    private void arrives(Kind kind, Map<String, String> body) throws ProblemException, InterruptedException {
        if (!allowed.contains(kind)) {
            throw new AssertionError("Not expected here: " + kind);
        }
        calls.add(new Call(kind, body));
        Event event = events.get(kind + " " + count(kind));
        if (event != null) {
            event.happens();
        }
        if (kind != Kind.PUT && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void write(Map<String, String> body) {
        Map<String, String> pairs = writes == Writes.MERGE ? stored() : new LinkedHashMap<>();
        pairs.putAll(body);
        if (losses > 0) {
            losses--;
            pairs.keySet().removeAll(lostKeys);
        }
        versions.add(new Version(time.now().plus(visibleAfter), time.now().plus(effectiveAfter), pairs));
    }

    private Map<String, String> shown() {
        return latest(Version::visibleFrom);
    }

    private Map<String, String> latest(Function<Version, Instant> from) {
        return versions.stream()
                .filter(version -> !from.apply(version).isAfter(time.now()))
                .toList()
                .getLast()
                .pairs();
    }

    private CredentialTest atApple(Kind kind, Map<String, String> pairs) {
        TenantUrl address = new TenantUrl(pairs.getOrDefault(ConnectionPair.BASE_ADDRESS, ""));
        if (!address.isAtApple()) {
            return failed(ProblemCode.TOKEN_NOT_CHECKED);
        }
        Portal portal = appleTokens.get(pairs.getOrDefault(ConnectionPair.SECRET_TOKEN, ""));
        return portal != null && address.sameAddressAs(portal.tenantUrl())
                ? new CredentialTest.Passed(date(kind), requestId(kind))
                : failed(ProblemCode.TOKEN_REJECTED);
    }

    private Optional<Instant> date(Kind kind) {
        return undated.contains(kind) ? Optional.empty() : Optional.of(date());
    }

    private Optional<String> requestId(Kind kind) {
        return sendsRequestIds ? Optional.of(kind + "-" + count(kind)) : Optional.empty();
    }

    private CredentialTest failed(ProblemCode reason) {
        return new CredentialTest.Failed(new Problem(reason, Diagnostics.at(time.now())));
    }

    private static Map<String, String> body(Credentials credentials) {
        Map<String, String> body = new LinkedHashMap<>();
        credentials.readable().forEach(pair -> body.put(pair.key(), pair.value()));
        body.put(ConnectionPair.SECRET_TOKEN, credentials.token().reveal());
        return Collections.unmodifiableMap(body);
    }
}
