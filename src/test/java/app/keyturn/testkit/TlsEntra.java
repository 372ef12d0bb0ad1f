package app.keyturn.testkit;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.Graph;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.Timer;
import java.net.ProxySelector;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The client as outside practice mode, with TLS and through a proxy, for the practice world's hosts. It has a second
 * client with short time limits, for tests that wait for one.
 */
public final class TlsEntra implements SignIn {
    private final Network network;
    private final ProxyCredentials login = new ProxyCredentials();
    private final MsalSignIn normal;
    private final MsalSignIn impatient;
    private final BooleanSupplier useImpatient;
    private volatile MsalSignIn last;

    /**
     * The way to Microsoft.
     *
     * @param trust trusted authorities
     * @param proxies proxies to use
     * @param clock the clock
     * @param timer for pauses
     * @param calls gets each request to Microsoft Graph before it is sent
     */
    public record Network(Supplier<X509ExtendedTrustManager> trust, ProxySelector proxies, Clock clock, Timer timer,
            Consumer<String> calls) {}

    /**
     * Builds both clients.
     *
     * @param useImpatient asked at each sign-in; true for the short limits
     */
    public TlsEntra(Network network, Limits limits, Limits impatientLimits, BooleanSupplier useImpatient) {
        this.network = network;
        this.useImpatient = useImpatient;
        normal = signIn(limits);
        impatient = signIn(impatientLimits);
        last = normal;
    }

    /** Microsoft Graph for the account that signed in last. */
    public Provisioning provisioning(Limits limits) {
        return new GraphProvisioning(
                new Graph(() -> Cloud.PRACTICE, http(limits), () -> last.tokens().current(), network.calls),
                limits, network.timer, network.clock);
    }

    @Override
    public Account signIn(Optional<String> tenant, BrowserListener browser)
            throws ProblemException, InterruptedException {
        last = useImpatient.getAsBoolean() ? impatient : normal;
        return last.signIn(tenant, browser);
    }

    /** Holds the password typed for the proxy. */
    public void hold(String user, String password) {
        login.set(user, password);
    }

    @Override
    public void signOut() {
        last.signOut();
    }

    private MsalSignIn signIn(Limits limits) {
        return new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http(limits), network.timer,
                network.clock,
                () -> PracticeRenewal.PAGES);
    }

    private EntraHttp http(Limits limits) {
        return new EntraHttp(limits, HostMap.EMPTY, network.trust, () -> network.proxies, network.clock, login);
    }
}
