package app.keyturn;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.signin.CallbackPages;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.Timer;
import app.keyturn.settings.Settings;
import app.keyturn.walkthrough.GraphCallCounter;
import app.keyturn.wizard.RenewalState;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Microsoft's side of one session. In practice mode the settings that lead to an organisation's own sign-in app do not
 * count.
 *
 * @param settings the settings in force
 * @param http sends every request
 * @param signIn signs the user in
 * @param client the app that the user signs in to, and its cloud
 * @param provisioning reads and writes the app's connection and its sync
 * @param renewal renews the token
 * @param watch watches the first sync
 * @param log notes faults
 */
record EntraServices(Supplier<Settings> settings, EntraHttp http, MsalSignIn signIn, ActiveClient client,
        GraphProvisioning provisioning, Renewal renewal, SyncWatch watch, ActivityLog log) {

    /**
     * Wires the services.
     *
     * @param practice where the practice world's hosts are; empty outside practice mode
     * @param proxy the credentials that the user enters for the network's proxy
     * @param messages texts for the browser page at the end of the sign-in
     */
    static EntraServices create(Environment environment, Optional<HostMap> practice, RenewalState renewalState,
            ProxyCredentials proxy, Messages messages, Timer timer, GraphCallCounter calls) {
        Supplier<Settings> settings = practice.isPresent()
                ? () -> Settings.DEFAULTS
                : environment.settings()::effective;
        EntraHttp http = new EntraHttp(environment.limits(), practice.orElse(HostMap.EMPTY), environment.clock(), proxy,
                () -> settings.get().proxy() == Settings.Proxy.NONE, environment.log().redactor(), environment.log());
        Supplier<ClientRegistration> nextClient = practice.isPresent()
                ? () -> ClientRegistration.standard(Cloud.PRACTICE)
                : () -> ClientRegistration.of(settings.get());
        MsalSignIn signIn = new MsalSignIn(nextClient, http, timer, environment.clock(),
                () -> CallbackPages.from(messages.bundle(), messages.locale()));
        GraphProvisioning provisioning = new GraphProvisioning(signIn, http, timer, environment.clock(),
                _ -> calls.increment());
        return new EntraServices(settings, http, signIn, new ActiveClient(renewalState, signIn::app, nextClient),
                provisioning, new Renewal(provisioning, environment.limits(), timer),
                new SyncWatch(provisioning, environment.limits(), timer), environment.log());
    }

    /** True if Keyturn may check for a newer version of itself. */
    boolean checksForNewerVersion() {
        return settings.get().newerVersion() == Settings.NewerVersion.ASK;
    }

    /** Loads in the background what the sign-in and the first queries need; sends nothing. */
    void warmUp() {
        Thread.ofVirtual().name("warm-up").start(() -> {
            try {
                signIn.warmUp();
                provisioning.warmUp();
            } catch (RuntimeException fault) {
                log.unexpected(fault); // the page that needs it next shows the problem
            }
        });
    }
}
