package app.keyturn.entra.http;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.log.HttpListener;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SwitchableProxy;
import app.keyturn.platform.SystemProxy;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.SecretRedactor;
import java.net.ProxySelector;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The one HTTP client under the sign-in and Microsoft Graph. It goes through the system's proxy, which only the practice
 * world never meets, or past it where that is set. It repeats no request, follows no redirect, keeps to the program's
 * time limits, and takes no answer over 5 MB. An onlooker is told of each request. It is made when something is first
 * sent, away from the window's thread: until then nobody has to wait for the hundreds of certificates that are read for
 * it.
 */
public final class EntraHttp {
    private final Memoized<OkHttpClient> client;
    private final Limits limits;
    private final ProxyCredentials login;
    private final ClockSkew time;
    private final SecretRedactor redactor;
    private final HttpListener listener;

    /**
     * A client for which no proxy has a password.
     *
     * @param limits time limits
     * @param hosts where addresses lead
     */
    public EntraHttp(Limits limits, HostMap hosts) {
        this(limits, hosts, Clock.systemUTC(), new ProxyCredentials(), () -> false, new SecretRedactor(),
                HttpListener.NONE);
    }

    /**
     * A client that trusts what Java and the operating system trust, and goes through the system's proxy, unless it is
     * told to go directly.
     *
     * @param limits time limits
     * @param hosts where addresses lead
     * @param clock is compared with Microsoft's
     * @param login what a proxy that asks for a password is answered
     * @param direct true to go past the system's proxy; asked at every connection
     * @param redactor is told of access tokens, and keeps secrets out of problems
     * @param listener is told of each request
     */
    public EntraHttp(Limits limits, HostMap hosts, Clock clock, ProxyCredentials login, BooleanSupplier direct,
            SecretRedactor redactor, HttpListener listener) {
        this(limits, hosts, () -> SystemTrust.ofThisComputer().trustManager(),
                () -> new SwitchableProxy(direct, SystemProxy.ofThisComputer()), clock, login, redactor, listener);
    }

    /** A client that trusts what it is told to trust; asked once, and in earnest only. */
    public EntraHttp(Limits limits, HostMap hosts, Supplier<X509ExtendedTrustManager> trust) {
        this(limits, hosts, trust, SystemProxy::ofThisComputer, Clock.systemUTC(), new ProxyCredentials());
    }

    /** A client that also goes through the proxies it is told; asked for once, and in earnest only. */
    public EntraHttp(Limits limits, HostMap hosts, Supplier<X509ExtendedTrustManager> trust,
            Supplier<? extends ProxySelector> proxies, Clock clock, ProxyCredentials login) {
        this(limits, hosts, trust, proxies, clock, login, new SecretRedactor(), HttpListener.NONE);
    }

    private EntraHttp(Limits limits, HostMap hosts, Supplier<X509ExtendedTrustManager> trust,
            Supplier<? extends ProxySelector> proxies, Clock clock, ProxyCredentials login, SecretRedactor redactor,
            HttpListener listener) {
        this.limits = limits;
        this.login = login;
        this.redactor = redactor;
        this.listener = listener;
        this.time = new ClockSkew(clock);
        this.client = new Memoized<>(() -> hosts.isPractice()
                ? HttpClients.practice(limits, hosts, listener)
                : HttpClients.earnest(limits, new IssuerReportingTrustManager(trust.get()), proxies.get(), login, time,
                        listener));
    }

    public OkHttpClient client() {
        return client.get();
    }

    /** What was typed for the network's proxy. */
    public ProxyCredentials proxyLogin() {
        return login;
    }

    /** How far Microsoft's clock is from this computer's; in practice, there is no other clock. */
    public ClockSkew time() {
        return time;
    }

    /** Recognises the secrets that are in use. */
    public SecretRedactor secrets() {
        return redactor;
    }

    /**
     * Makes problems of what goes wrong with this client.
     *
     * @param clock dates them
     */
    public ProblemMapper problems(Clock clock) {
        return new ProblemMapper(clock, time, redactor, listener);
    }

    public Limits limits() {
        return limits;
    }

    /** Sends with the client. */
    public Call.Factory calls() {
        return request -> client.get().newCall(request);
    }

    /**
     * Sends with the same client, and more looks at each request.
     *
     * @param first looks before the address book has changed the request's address
     * @param last look afterwards
     */
    public Call.Factory with(Interceptor first, Interceptor... last) {
        return sending(builder -> {
            builder.interceptors().addFirst(first);
            builder.interceptors().addAll(List.of(last));
        });
    }

    /** The same for a test of credentials, during which Microsoft asks Apple. */
    public Call.Factory patient(Interceptor first) {
        return sending(builder -> {
            builder.interceptors().addFirst(first);
            builder.readTimeout(limits.test()).callTimeout(limits.test());
        });
    }

    /** The same for a look that nobody waits for: what has not answered by the time a connection may take, will not. */
    public Call.Factory brief() {
        return sending(builder -> builder.callTimeout(limits.connect()));
    }

    /**
     * The same for a look at somebody who is not Microsoft: Microsoft's clock is not told by the answer, and what was typed
     * for the network's proxy is not given out for it.
     *
     * @param largestAnswer in bytes
     */
    public Call.Factory elsewhere(long largestAnswer) {
        return sending(builder -> {
            builder.interceptors().remove(time);
            builder.addInterceptor(chain -> HttpClients.notLargerThan(largestAnswer, chain));
            builder.proxyAuthenticator(Authenticator.NONE).callTimeout(limits.connect());
        });
    }

    private Call.Factory sending(Consumer<OkHttpClient.Builder> change) {
        Memoized<OkHttpClient> changed = new Memoized<>(() -> {
            OkHttpClient.Builder builder = client.get().newBuilder();
            change.accept(builder);
            return builder.build();
        });
        return request -> changed.get().newCall(request);
    }
}
