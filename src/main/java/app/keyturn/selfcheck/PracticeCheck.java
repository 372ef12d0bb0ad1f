package app.keyturn.selfcheck;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.signin.CallbackPages;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.i18n.Messages;
import app.keyturn.platform.HostMap;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Signs in to the practice world and queries its Microsoft Graph, with the classes that talk to the real one. */
final class PracticeCheck {
    /** The real limits, but a shorter one for the sign-in: no user takes part. */
    private static final Limits LIMITS = Limits.STANDARD.withSignIn(Duration.ofSeconds(20));

    private PracticeCheck() {}

    /**
     * Signs in and reads the organisation's apps.
     *
     * @return who signed in, where, and what was found
     * @throws ProblemException if the program would show a problem
     * @throws IOException if the practice world could not be opened
     * @throws InterruptedException if interrupted
     */
    static String run() throws ProblemException, IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        try (PracticeWorld world = PracticeWorld.open(Scenario.HEALTHY, "school",
                PracticeSettings.forPracticeMode(() -> Locale.ENGLISH))) {
            HostMap hosts = HostMap.forPractice(world.addresses());
            EntraHttp http = new EntraHttp(LIMITS, hosts);
            Messages messages = Messages.in(Locale.getDefault());
            MsalSignIn signIn = new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http,
                    Timer.on(clock), clock,
                    () -> CallbackPages.from(messages.bundle(), messages.locale()));
            Account account = signIn.signIn(Optional.empty(), page -> visit(hosts, page));
            Tenant tenant = new GraphProvisioning(signIn, http, Timer.on(clock), clock, _ -> {}).readTenant();
            if (tenant.apps().isEmpty()) {
                throw new NoSuchElementException("the practice world has no app");
            }
            return account.userName() + " signed in to " + tenant.name().orElse("an organisation without a name")
                    + ", "
                    + tenant.apps().getFirst().name() + " found in " + world.graphCallCount() + " calls";
        }
    }

    /** Plays the user in the browser. If this fails, the sign-in times out and the check with it. */
    private static void visit(HostMap hosts, URI page) {
        Thread.ofVirtual().name("practice browser").start(() -> {
            try (PracticeBrowser browser = new PracticeBrowser()) {
                browser.signIn(hosts.resolve(page).orElseThrow(), PracticeBrowser.Choice.ADMINISTRATOR);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
