package app.keyturn.practice;

import app.keyturn.practice.apple.AppleScimService;
import app.keyturn.practice.apple.AppleTokenPage;
import app.keyturn.practice.apple.PracticePortal;
import app.keyturn.practice.graph.CredentialCheck;
import app.keyturn.practice.graph.Directory;
import app.keyturn.practice.graph.EnterpriseApp;
import app.keyturn.practice.graph.PracticeGraph;
import app.keyturn.practice.graph.SafetyMonitor;
import app.keyturn.practice.graph.Synchronization;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.scenario.ScenarioSetup;
import app.keyturn.practice.scenario.ScenarioSpec;
import app.keyturn.practice.server.InjectedLatency;
import app.keyturn.practice.server.PageText;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.PracticeServer;
import app.keyturn.practice.server.PracticeSettings;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.RequestLog;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.SeenRequest;
import app.keyturn.practice.signin.PracticeSignIn;
import app.keyturn.practice.signin.TokenEndpoint;
import app.keyturn.practice.signin.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A world to practise in: one tenant, usually with one Apple application, and Apple's page beside it, on a random port
 * of 127.0.0.1 and below a path that nobody can guess. It ends when it is closed, and nothing of it is kept.
 */
public final class PracticeWorld implements AutoCloseable {
    private final RequestLog ledger = new RequestLog();
    private final AppleScimService apple;
    private final PracticePortal portal;
    private final Optional<EnterpriseApp> app;
    private final List<EnterpriseApp> synchronizing;
    private final CredentialCheck check;
    private final Clock clock;
    private final TokenStore grants;
    private final PracticeSignIn signIn;
    private final PracticeGraph graph;
    private final AppleTokenPage school;
    private final AppleTokenPage business;
    private final InjectedLatency slow;
    private final PracticeServer server;

    private PracticeWorld(Scenario scenario, PracticePortal portal, PracticeSettings settings) throws IOException {
        this.portal = portal;
        clock = settings.clock();
        apple = new AppleScimService(clock);
        check = new CredentialCheck(apple);
        ScenarioSpec story = ScenarioSpec.of(scenario);
        ScenarioSetup beginning = new ScenarioSetup(story, portal, settings, apple, check);
        app = beginning.appleApp();
        synchronizing = beginning.allApps().stream().filter(each -> !each.jobs().isEmpty()).toList();
        PageText pages = new PageText(settings.language(), clock.getZone());
        grants = new TokenStore(clock, story.twist() == ScenarioSpec.Twist.ROLE_COMES_LATER,
                story.twist() == ScenarioSpec.Twist.SESSION_ENDS);
        signIn = new PracticeSignIn(grants, pages, new TokenEndpoint(grants, clock));
        graph = new PracticeGraph(grants,
                new Directory(beginning.allApps(), story.twist() == ScenarioSpec.Twist.NAME_HIDDEN),
                new Synchronization(settings, grants, check, new SafetyMonitor(ledger, apple, app)), settings);
        school = new AppleTokenPage(PracticePortal.SCHOOL, apple.tokens(PracticePortal.SCHOOL), pages, clock);
        business = new AppleTokenPage(PracticePortal.BUSINESS, apple.tokens(PracticePortal.BUSINESS), pages, clock);
        slow = settings.graph().slow();
        server = PracticeServer.open(clock, this::answerInItsTime);
    }

    /**
     * Opens a world.
     *
     * @param scenario what it is like
     * @param portal {@code school} or {@code business}: which of Apple's portals the tenant is connected to
     * @param settings how it behaves
     * @return the world, already listening
     * @throws IOException when no port can be had
     * @throws IllegalArgumentException when there is no such portal
     */
    public static PracticeWorld open(Scenario scenario, String portal, PracticeSettings settings) throws IOException {
        return new PracticeWorld(scenario, PracticePortal.of(portal), settings);
    }

    /**
     * Where this world's hosts are found: in a URL, scheme, host and port are replaced by the base, and path and query
     * are kept as they are.
     *
     * @return from host name to base address, without a slash at its end
     */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (PracticeHost site : PracticeHost.values()) {
            addresses.put(site.host(), server.base(site));
        }
        return addresses;
    }

    /** Waits without holding up the rest of this world. */
    private Response answerInItsTime(PracticeHost site, Request request) {
        slow.before(request, () -> puts() > 0);
        Response answer = answer(site, request);
        slow.after(request);
        return answer;
    }

    private synchronized Response answer(PracticeHost site, Request request) {
        catchUp();
        Response answer;
        try {
            answer = switch (site) {
                case LOGIN -> signIn.answer(request);
                case GRAPH -> graph.answer(request);
                case SCHOOL -> school.answer(request);
                case BUSINESS -> business.answer(request);
            };
        } catch (IllegalArgumentException broken) {
            answer = Response.of(400, "text/plain; charset=utf-8", "Not a request");
        } catch (RuntimeException mistake) {
            ledger.flag("a mistake in the practice world itself: " + mistake);
            answer = Response.of(500, "text/plain; charset=utf-8", "A mistake in the practice world itself");
        }
        ledger.saw(new SeenRequest(request.method(), site.host(), request.path(), answer.status()));
        return answer;
    }

    private void catchUp() {
        for (EnterpriseApp each : synchronizing) {
            each.jobs().forEach(job -> job.catchUp(clock.instant(), () -> check.failure(each.pairs().inClear())));
        }
    }

    /**
     * Does what the Apple page of this world's portal does when its button is pressed.
     *
     * @return what the page would show, and the person would copy
     * @throws IllegalStateException when two tokens live already
     */
    public synchronized String generateToken() {
        return apple.tokens(portal)
                .generate()
                .orElseThrow(() -> new IllegalStateException("Two tokens exist already"));
    }

    /**
     * The connection pairs, as they are stored and the token in clear, of the application that is to be renewed.
     *
     * @return a copy, in their order; empty when there is no such application
     */
    public synchronized Map<String, String> storedPairs() {
        return app.map(found -> found.pairs().inClear()).orElse(Map.of());
    }

    /**
     * What reached this world, in order. Requests that did not know the secret path are not among them.
     *
     * @return a copy
     */
    public synchronized List<SeenRequest> requests() {
        return ledger.requests();
    }

    /**
     * What a careful program would not have done, in plain words and without secrets.
     *
     * @return a copy; empty when all was well
     */
    public synchronized List<String> violations() {
        return ledger.violations();
    }

    /**
     * What this world gave out and nobody may find again outside a program's memory: Apple's tokens, codes with their
     * verifiers, access, refresh and id tokens. For the test that searches for them.
     *
     * @return a copy; a token of Apple's only until it is revoked
     */
    public synchronized Set<String> secretsHandedOut() {
        Set<String> secrets = grants.secrets();
        for (PracticePortal each : PracticePortal.values()) {
            apple.tokens(each).all().forEach(token -> secrets.add(token.secret()));
        }
        secrets.remove("");
        return secrets;
    }

    /**
     * How often Graph was called. A batch is one call, however much is in it.
     *
     * @return refused calls included
     */
    public int graphCalls() {
        return count("", "");
    }

    /**
     * How often secrets were saved, of whichever application.
     *
     * @return accepted ones only
     */
    public int puts() {
        return count("PUT", "/synchronization/secrets");
    }

    /**
     * How often a job was started, of whichever application.
     *
     * @return accepted ones only
     */
    public int starts() {
        return count("POST", "/start");
    }

    private int count(String method, String pathEnd) {
        return Math.toIntExact(requests().stream()
                .filter(seen -> seen.host().equals(PracticeHost.GRAPH.host()))
                .filter(seen -> method.isEmpty() || (seen.method().equals(method) && seen.status() == 204))
                .filter(seen -> seen.path().endsWith(pathEnd))
                .count());
    }

    /** Stops listening; what was asked before is still answered. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
