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
    private final RequestLog requestLog = new RequestLog();
    private final AppleScimService appleScim;
    private final PracticePortal portal;
    private final Optional<EnterpriseApp> app;
    private final List<EnterpriseApp> synchronizing;
    private final CredentialCheck check;
    private final Clock clock;
    private final TokenStore tokenStore;
    private final PracticeSignIn signIn;
    private final PracticeGraph graph;
    private final AppleTokenPage schoolPage;
    private final AppleTokenPage businessPage;
    private final InjectedLatency latency;
    private final PracticeServer server;

    private PracticeWorld(Scenario scenario, PracticePortal portal, PracticeSettings settings) throws IOException {
        this.portal = portal;
        clock = settings.clock();
        appleScim = new AppleScimService(clock);
        check = new CredentialCheck(appleScim);
        ScenarioSpec spec = ScenarioSpec.of(scenario);
        ScenarioSetup setup = new ScenarioSetup(spec, portal, settings, appleScim, check);
        app = setup.appleApp();
        synchronizing = setup.allApps().stream().filter(each -> !each.jobs().isEmpty()).toList();
        PageText pageText = new PageText(settings.language(), clock.getZone());
        tokenStore = new TokenStore(clock, spec.specialCase() == ScenarioSpec.SpecialCase.ROLE_DELAYED,
                spec.specialCase() == ScenarioSpec.SpecialCase.SESSION_REVOKED);
        signIn = new PracticeSignIn(tokenStore, pageText, new TokenEndpoint(tokenStore, clock));
        graph = new PracticeGraph(tokenStore,
                new Directory(setup.allApps(), spec.specialCase() == ScenarioSpec.SpecialCase.NAME_HIDDEN),
                new Synchronization(settings, tokenStore, check, new SafetyMonitor(requestLog, appleScim, app)),
                settings);
        schoolPage = new AppleTokenPage(PracticePortal.SCHOOL, appleScim.tokens(PracticePortal.SCHOOL), pageText,
                clock);
        businessPage = new AppleTokenPage(PracticePortal.BUSINESS, appleScim.tokens(PracticePortal.BUSINESS), pageText,
                clock);
        latency = settings.graph().slow();
        server = PracticeServer.open(clock, this::handleWithLatency);
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
        return new PracticeWorld(scenario, PracticePortal.fromId(portal), settings);
    }

    /**
     * Where this world's hosts are found: in a URL, scheme, host and port are replaced by the base, and path and query
     * are kept as they are.
     *
     * @return from host name to base address, without a slash at its end
     */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (PracticeHost host : PracticeHost.values()) {
            addresses.put(host.host(), server.base(host));
        }
        return addresses;
    }

    /** Waits without holding up the rest of this world. */
    private Response handleWithLatency(PracticeHost host, Request request) {
        latency.delayBefore(request, () -> puts() > 0);
        Response response = handle(host, request);
        latency.delayAfter(request);
        return response;
    }

    private synchronized Response handle(PracticeHost host, Request request) {
        runDueCycles();
        Response response;
        try {
            response = switch (host) {
                case LOGIN -> signIn.handle(request);
                case GRAPH -> graph.handle(request);
                case SCHOOL -> schoolPage.handle(request);
                case BUSINESS -> businessPage.handle(request);
            };
        } catch (IllegalArgumentException broken) {
            response = Response.of(400, "text/plain; charset=utf-8", "Not a request");
        } catch (RuntimeException mistake) {
            requestLog.flag("a mistake in the practice world itself: " + mistake);
            response = Response.of(500, "text/plain; charset=utf-8", "A mistake in the practice world itself");
        }
        requestLog.add(new SeenRequest(request.method(), host.host(), request.path(), response.status()));
        return response;
    }

    private void runDueCycles() {
        for (EnterpriseApp each : synchronizing) {
            each.jobs().forEach(job -> job.runDueCycle(clock.instant(), () -> check.failure(each.pairs().unmasked())));
        }
    }

    /**
     * Does what the Apple page of this world's portal does when its button is pressed.
     *
     * @return what the page would show, and the person would copy
     * @throws IllegalStateException when two tokens live already
     */
    public synchronized String generateToken() {
        return appleScim.tokens(portal)
                .generate()
                .orElseThrow(() -> new IllegalStateException("Two tokens exist already"));
    }

    /**
     * The connection pairs, as they are stored and the token in clear, of the application that is to be renewed.
     *
     * @return a copy, in their order; empty when there is no such application
     */
    public synchronized Map<String, String> storedPairs() {
        return app.map(found -> found.pairs().unmasked()).orElse(Map.of());
    }

    /**
     * What reached this world, in order. Requests that did not know the secret path are not among them.
     *
     * @return a copy
     */
    public synchronized List<SeenRequest> requests() {
        return requestLog.requests();
    }

    /**
     * What a careful program would not have done, in plain words and without secrets.
     *
     * @return a copy; empty when all was well
     */
    public synchronized List<String> violations() {
        return requestLog.violations();
    }

    /**
     * What this world gave out and nobody may find again outside a program's memory: Apple's tokens, codes with their
     * verifiers, access, refresh and id tokens. For the test that searches for them.
     *
     * @return a copy; a token of Apple's only until it is revoked
     */
    public synchronized Set<String> secretsHandedOut() {
        Set<String> secrets = tokenStore.secrets();
        for (PracticePortal each : PracticePortal.values()) {
            appleScim.tokens(each).all().forEach(token -> secrets.add(token.secret()));
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
