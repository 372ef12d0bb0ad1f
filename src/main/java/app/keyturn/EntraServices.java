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
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.Timer;
import app.keyturn.settings.Settings;
import app.keyturn.wizard.RenewalState;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one world asks of Microsoft, and what it does it with. In practice the settings that lead to an organisation's
 * own sign-in do not count.
 *
 * @param set the settings that count
 * @param http carries every request
 * @param signIn signs in
 * @param app through which app, and in which cloud
 * @param provisioning reads and writes
 * @param renewal renews
 * @param watch watches the sync
 * @param warmUp begins to load, in the background, what the sign-in and the first questions need; sends nothing
 */
record EntraServices(Supplier<Settings> set, EntraHttp http, MsalSignIn signIn, ActiveClient app,
        Provisioning provisioning,
        Renewal renewal, SyncWatch watch, Runnable warmUp) {

    /**
     * Makes them.
     *
     * @param environment what is given from outside
     * @param practice where the practice world's hosts are; empty in earnest
     * @param renewalState what has been entered
     * @param proxy what is typed for the network's proxy
     * @param messages words for the browser's last page
     * @param timer how it is waited
     * @param calls counts the calls of Microsoft Graph
     */
    static EntraServices of(Environment environment, Optional<HostMap> practice, RenewalState renewalState,
            ProxyCredentials proxy,
            Messages messages, Timer timer, GraphCallCounter calls) {
        Supplier<Settings> set = practice.isPresent() ? () -> Settings.USUAL : environment.settings()::inForce;
        EntraHttp http = new EntraHttp(environment.limits(), practice.orElse(HostMap.EMPTY), environment.clock(), proxy,
                () -> set.get().proxy() == Settings.Proxy.NONE, environment.log().redactor(), environment.log());
        Supplier<ClientRegistration> wanted = practice.isPresent()
                ? () -> ClientRegistration.standard(Cloud.PRACTICE)
                : () -> ClientRegistration.of(set.get());
        MsalSignIn signIn = new MsalSignIn(wanted, http, timer, environment.clock(),
                () -> CallbackPages.from(messages.bundle(), messages.locale()));
        GraphProvisioning provisioning = new GraphProvisioning(signIn, http, timer, environment.clock(),
                _ -> calls.one());
        return new EntraServices(set, http, signIn, new ActiveClient(renewalState, signIn::app, wanted), provisioning,
                new Renewal(provisioning, environment.limits(), timer),
                new SyncWatch(provisioning, environment.limits(), timer),
                () -> warmUp(signIn, provisioning, environment.log()));
    }

    /** False if it is not to be asked for a newer version of the program. */
    boolean asksForNewer() {
        return set.get().newerVersion() == Settings.NewerVersion.ASK;
    }

    private static void warmUp(MsalSignIn signIn, GraphProvisioning provisioning, ActivityLog log) {
        Thread.ofVirtual().name("warm-up").start(() -> {
            try {
                signIn.warmUp();
                provisioning.warmUp();
            } catch (RuntimeException fault) {
                log.unexpected(fault); // whoever needs it next is told by the page
            }
        });
    }
}
