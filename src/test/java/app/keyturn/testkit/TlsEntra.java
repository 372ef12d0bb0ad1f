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
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The client as it is in earnest, encrypted and through a proxy, on its way to the practice world's hosts. It comes
 * twice: patient, and in a hurry where a test waits for a time limit.
 */
public final class TlsEntra implements SignIn {
    private final Way way;
    private final ProxyCredentials login = new ProxyCredentials();
    private final MsalSignIn patient;
    private final MsalSignIn hurried;
    private final BooleanSupplier hurry;
    private volatile MsalSignIn last;

    /**
     * How it gets to Microsoft.
     *
     * @param trust whom it trusts
     * @param proxies through whom it goes
     * @param clock tells the time
     * @param timer lets pauses pass
     * @param calls is told of each request to Microsoft Graph before it is sent
     */
    public record Way(Supplier<X509ExtendedTrustManager> trust, ProxySelector proxies, Clock clock, Timer timer,
            Consumer<String> calls) {}

    /**
     * Makes it.
     *
     * @param hurry asked at each sign-in
     */
    public TlsEntra(Way way, Limits limits, Limits inAHurry, BooleanSupplier hurry) {
        this.way = way;
        this.hurry = hurry;
        patient = signIn(limits);
        hurried = signIn(inAHurry);
        last = patient;
    }

    /** Microsoft Graph for whoever signed in last. */
    public Provisioning provisioning(Limits limits) {
        return new GraphProvisioning(
                new Graph(() -> Cloud.PRACTICE, http(limits), () -> last.tokens().current(), way.calls),
                limits, way.timer, way.clock);
    }

    @Override
    public Account signIn(Optional<String> tenant, Consumer<URI> showPage)
            throws ProblemException, InterruptedException {
        last = hurry.getAsBoolean() ? hurried : patient;
        return last.signIn(tenant, showPage);
    }

    /** Holds what somebody has typed for the proxy. */
    public void hold(String user, String password) {
        login.set(user, password);
    }

    @Override
    public void signOut() {
        last.signOut();
    }

    private MsalSignIn signIn(Limits limits) {
        return new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http(limits), way.timer, way.clock,
                () -> PracticeRenewal.PAGES);
    }

    private EntraHttp http(Limits limits) {
        return new EntraHttp(limits, HostMap.EMPTY, way.trust, () -> way.proxies, way.clock, login);
    }
}
