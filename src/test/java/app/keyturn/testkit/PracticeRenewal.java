package app.keyturn.testkit;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.signin.CallbackPages;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.platform.HostMap;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Timer;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A practice world, the real sign-in, Graph client and renewal on top of it, and a browser that signs in. */
public final class PracticeRenewal implements AutoCloseable {
    public static final CallbackPages PAGES = new CallbackPages(Locale.ENGLISH,
            new CallbackPages.Page("Signed in", "You can close this tab."),
            new CallbackPages.Page("Not signed in", "Go back to Keyturn."),
            new CallbackPages.Page("Keyturn", "There is nothing to see here."));
    /** The real limits with short pauses. */
    public static final Limits LIMITS = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(5),
            Duration.ofMillis(20),
            Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofMillis(10),
            Duration.ofMinutes(30), Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofMillis(20),
            Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(10));

    public final PracticeWorld world;
    final Clock clock;
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final MsalSignIn signIn;
    public final GraphProvisioning provisioning;
    public final Renewal renewal;
    private final HostMap hosts;

    private PracticeRenewal(Scenario scenario, PracticeSettings settings, Timer timer, Limits limits)
            throws IOException {
        clock = settings.clock();
        world = PracticeWorld.open(scenario, "school", settings);
        hosts = HostMap.forPractice(world.addresses());
        EntraHttp http = new EntraHttp(limits, hosts, clock, new ProxyCredentials(), () -> true, new SecretRedactor(),
                HttpListener.NONE);
        signIn = new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http, timer, clock,
                () -> PAGES);
        provisioning = new GraphProvisioning(signIn, http, timer, clock, calls::add);
        renewal = new Renewal(provisioning, limits, timer);
    }

    public static PracticeRenewal in(Scenario scenario) throws IOException {
        return in(scenario, PracticeSettings.forTests(Clock.systemUTC()));
    }

    public static PracticeRenewal in(Scenario scenario, PracticeSettings settings) throws IOException {
        return in(scenario, settings, Timer.on(settings.clock()), LIMITS);
    }

    public static PracticeRenewal in(Scenario scenario, PracticeSettings settings, Timer timer, Limits limits)
            throws IOException {
        return new PracticeRenewal(scenario, settings, timer, limits);
    }

    public Account signIn(PracticeBrowser.Choice choice) throws ProblemException, InterruptedException {
        return signIn(Optional.empty(), choice);
    }

    public Account signIn(Optional<String> tenant, PracticeBrowser.Choice choice)
            throws ProblemException, InterruptedException {
        Thread waiting = Thread.currentThread();
        return signIn.signIn(tenant, page -> Thread.ofVirtual().start(() -> visit(page, choice, waiting)));
    }

    /** Signs in as the administrator and finds the one app. */
    public ProvisioningApp find() throws ProblemException, InterruptedException {
        signIn(PracticeBrowser.Choice.ADMINISTRATOR);
        return provisioning.readTenant().apps().getFirst();
    }

    /** A token just generated on Apple's page. */
    public ScimToken newToken() {
        return token(world.generateToken());
    }

    public ScimToken token(String text) {
        return switch (new TokenParser(clock, true).read(text)) {
            case TokenCheck.Usable usable -> usable.token();
            case TokenCheck.Refused refused -> throw new IllegalArgumentException(refused.reason().name());
        };
    }

    @Override
    public void close() throws IOException {
        world.close();
    }

    /** Stops the sign-in if Microsoft's page offers no way on. */
    private void visit(URI page, PracticeBrowser.Choice choice, Thread waiting) {
        try (PracticeBrowser browser = new PracticeBrowser()) {
            browser.signIn(hosts.resolve(page).orElseThrow(), choice);
        } catch (IOException | InterruptedException e) {
            waiting.interrupt();
        }
    }

    /** On Apple's page, revokes the token that was generated last. */
    public void revokeNewestToken() {
        try (PracticeBrowser browser = new PracticeBrowser()) {
            browser.revokeNewestToken(hosts.resolve(Portal.SCHOOL.site()).orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
