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
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.scenario.ScenarioSetup;
import app.keyturn.practice.scenario.ScenarioSpec;
import app.keyturn.practice.server.AnswerScript;
import app.keyturn.practice.server.AnswerScript.Rule;
import app.keyturn.practice.server.InjectedLatency;
import app.keyturn.practice.server.PageText;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.PracticeServer;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.RequestLog;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.Switches;
import app.keyturn.practice.signin.PracticeSignIn;
import app.keyturn.practice.signin.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A practice world: one tenant, usually with one Apple application, and Apple's token pages, on a random port of
 * 127.0.0.1 and below a random path. Nothing of it is kept after it is closed.
 */
public final class PracticeWorld implements AutoCloseable {
    private final RequestLog requestLog = new RequestLog();
    private final AppleScimService appleScim;
    private final PracticePortal portal;
    private final Optional<EnterpriseApp> app;
    private final List<EnterpriseApp> appsWithJobs;
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
        List<Rule> rules = Stream.of(spec.switches(), settings.switches())
                .flatMap(each -> each.get(AnswerScript.RULES).stream())
                .toList();
        Switches switches = spec.switches().with(settings.switches()).with(AnswerScript.RULES, rules);
        ScenarioSetup setup = new ScenarioSetup(spec, portal, switches, clock, appleScim, check);
        app = setup.appleApp();
        appsWithJobs = setup.allApps().stream().filter(each -> !each.jobs().isEmpty()).toList();
        PageText pageText = new PageText(settings.language(), clock.getZone());
        tokenStore = new TokenStore(clock, switches);
        AnswerScript script = new AnswerScript(switches, clock);
        signIn = new PracticeSignIn(tokenStore, pageText, switches, script, clock);
        SafetyMonitor safetyMonitor = new SafetyMonitor(requestLog, appleScim, app);
        graph = new PracticeGraph(switches, script, clock, tokenStore, new Directory(setup.allApps(), switches),
                new Synchronization(switches, clock, check, safetyMonitor));
        schoolPage = new AppleTokenPage(PracticePortal.SCHOOL, appleScim.tokens(PracticePortal.SCHOOL), pageText,
                clock);
        businessPage = new AppleTokenPage(PracticePortal.BUSINESS, appleScim.tokens(PracticePortal.BUSINESS), pageText,
                clock);
        latency = switches.get(PracticeSettings.LATENCY);
        server = PracticeServer.open(clock, this::handleWithLatency);
    }

    /**
     * Opens a practice world.
     *
     * @param scenario that it opens with
     * @param portal {@code school} or {@code business}: which of Apple's portals the tenant is connected to
     * @param settings how it behaves
     * @return the practice world, already listening
     * @throws IOException when no port is free
     * @throws IllegalArgumentException when there is no such portal
     */
    public static PracticeWorld open(Scenario scenario, String portal, PracticeSettings settings) throws IOException {
        return new PracticeWorld(scenario, PracticePortal.fromId(portal), settings);
    }

    /**
     * The host map: in a URL, the base address replaces scheme, host and port; path and query stay as they are.
     *
     * @return host name to base address, without a slash at the end
     */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (PracticeHost host : PracticeHost.values()) {
            addresses.put(host.hostName(), server.base(host));
        }
        return addresses;
    }

    /** Delays a request without delaying others: only {@link #handle} is synchronized. */
    private Response handleWithLatency(PracticeHost host, Request request) {
        latency.delayBefore(request, () -> saveCount() > 0);
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
        } catch (IllegalArgumentException invalid) {
            response = Response.of(400, "text/plain; charset=utf-8", "Not a request");
        } catch (RuntimeException bug) {
            requestLog.flag("a bug in the practice world: " + bug);
            response = Response.of(500, "text/plain; charset=utf-8", "A bug in the practice world");
        }
        requestLog.add(new RequestLog.Entry(request.method(), host.hostName(), request.path(), response.status()));
        return response;
    }

    private void runDueCycles() {
        for (EnterpriseApp each : appsWithJobs) {
            each.jobs()
                    .forEach(job -> job.runDueCycle(clock.instant(),
                            () -> check.failure(each.pairs().effective(clock.instant()))));
        }
    }

    /**
     * Generates a token, as the button on Apple's page of this portal does.
     *
     * @return the text that the page would show, and the user would copy
     * @throws IllegalStateException when two tokens are valid already
     */
    public synchronized String generateToken() {
        return appleScim.tokens(portal)
                .generate()
                .orElseThrow(() -> new IllegalStateException("Two tokens exist already"));
    }

    /** Ends everybody's session, as an administrator or a policy can at any moment. */
    public synchronized void endSessions() {
        tokenStore.endSessions();
    }

    /**
     * The stored connection pairs of the application to renew, with the token unmasked.
     *
     * @return a copy, in their order; empty when there is no such application
     */
    public synchronized Map<String, String> storedPairs() {
        return app.map(found -> found.pairs().unmasked()).orElse(Map.of());
    }

    /**
     * The same of any application that has a job.
     *
     * @param appId its object id
     * @return a copy, in their order; empty when there is no such application
     */
    public synchronized Map<String, String> storedPairs(String appId) {
        return appsWithJobs.stream()
                .filter(each -> each.id().equals(appId))
                .findFirst()
                .map(found -> found.pairs().unmasked())
                .orElse(Map.of());
    }

    /**
     * The requests received, in order, except those that did not know the secret path.
     *
     * @return a copy
     */
    public synchronized List<RequestLog.Entry> requests() {
        return requestLog.requests();
    }

    /**
     * What a careful program would not have done, in plain English and without secrets.
     *
     * @return a copy; empty when there were no violations
     */
    public synchronized List<String> violations() {
        return requestLog.violations();
    }

    /**
     * The secrets that must never leave a program's memory: Apple's tokens, codes with their verifiers, access, refresh
     * and id tokens. For the test that searches for them.
     *
     * @return a copy; without Apple's revoked tokens
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
     * The number of calls to Graph. A batch is one call.
     *
     * @return refused calls included
     */
    public int graphCallCount() {
        return count("", "");
    }

    /**
     * The number of times secrets were saved, of any application.
     *
     * @return accepted calls only
     */
    public int saveCount() {
        return count("PUT", "/synchronization/secrets");
    }

    /**
     * The number of times a job was started, of any application.
     *
     * @return accepted calls only
     */
    public int startCount() {
        return count("POST", "/start");
    }

    private int count(String method, String pathEnd) {
        return Math.toIntExact(requests().stream()
                .filter(entry -> entry.host().equals(PracticeHost.GRAPH.hostName()))
                .filter(entry -> method.isEmpty() || (entry.method().equals(method) && entry.status() == 204))
                .filter(entry -> entry.path().endsWith(pathEnd))
                .count());
    }

    /** Stops listening; requests already received are still handled. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
