package app.keyturn.entra.http;

import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SwitchableProxy;
import app.keyturn.platform.SystemProxy;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.Limits;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client of the sign-in and Microsoft Graph. It uses the system's proxy, unless the settings say otherwise
 * or it talks to the practice world. It repeats no request, follows no redirect, keeps to the program's time limits,
 * and accepts no response over 5 MB. A listener gets each request. Created lazily, off the JavaFX thread: it reads
 * hundreds of certificates.
 */
public final class EntraHttp {
    private final Memoized<OkHttpClient> client;
    private final Limits limits;
    private final ProxyCredentials credentials;
    private final ClockSkew clockSkew;
    private final SecretRedactor redactor;
    private final HttpListener listener;

    /**
     * A client without proxy credentials.
     *
     * @param hosts the practice world's addresses, if any
     */
    public EntraHttp(Limits limits, HostMap hosts) {
        this(limits, hosts, Clock.systemUTC(), new ProxyCredentials(), () -> false, new SecretRedactor(),
                HttpListener.NONE);
    }

    /**
     * A client that trusts what Java and the operating system trust, and uses the system's proxy unless set to connect
     * directly.
     *
     * @param hosts the practice world's addresses, if any
     * @param clock is compared with Microsoft's
     * @param credentials for a proxy that asks for a password
     * @param direct true to bypass the system's proxy; read for every connection
     * @param redactor keeps secrets out of problems
     * @param listener gets each request
     */
    public EntraHttp(Limits limits, HostMap hosts, Clock clock, ProxyCredentials credentials, BooleanSupplier direct,
            SecretRedactor redactor, HttpListener listener) {
        this(limits, hosts, () -> SystemTrust.ofThisComputer().trustManager(),
                () -> new SwitchableProxy(direct, SystemProxy.ofThisComputer()), clock, credentials, redactor,
                listener);
    }

    /** A client with a given trust; created once, and never in practice mode. */
    public EntraHttp(Limits limits, HostMap hosts, Supplier<X509ExtendedTrustManager> trust) {
        this(limits, hosts, trust, SystemProxy::ofThisComputer, Clock.systemUTC(), new ProxyCredentials());
    }

    /** A client with given trust and proxies; created once, and never in practice mode. */
    public EntraHttp(Limits limits, HostMap hosts, Supplier<X509ExtendedTrustManager> trust,
            Supplier<? extends ProxySelector> proxies, Clock clock, ProxyCredentials credentials) {
        this(limits, hosts, trust, proxies, clock, credentials, new SecretRedactor(), HttpListener.NONE);
    }

    private EntraHttp(Limits limits, HostMap hosts, Supplier<X509ExtendedTrustManager> trust,
            Supplier<? extends ProxySelector> proxies, Clock clock, ProxyCredentials credentials,
            SecretRedactor redactor,
            HttpListener listener) {
        this.limits = limits;
        this.credentials = credentials;
        this.redactor = redactor;
        this.listener = listener;
        this.clockSkew = new ClockSkew(clock);
        this.client = new Memoized<>(() -> hosts.isPractice()
                ? HttpClients.practice(limits, hosts, listener)
                : HttpClients.real(limits, new IssuerReportingTrustManager(trust.get()), proxies.get(), credentials,
                        clockSkew,
                        listener));
    }

    public OkHttpClient client() {
        return client.get();
    }

    /** What the user has entered for the network's proxy. */
    public ProxyCredentials proxyCredentials() {
        return credentials;
    }

    /** How far this computer's clock is off; always zero in practice mode. */
    public ClockSkew clockSkew() {
        return clockSkew;
    }

    /** Recognises the secrets in use. */
    public SecretRedactor redactor() {
        return redactor;
    }

    public HttpListener listener() {
        return listener;
    }

    public Limits limits() {
        return limits;
    }

    /** Sends with the client as it is. */
    public Call.Factory callFactory() {
        return request -> client.get().newCall(request);
    }

    /**
     * Sends with more interceptors.
     *
     * @param first runs before the host map has changed the request's address
     * @param last run after that
     */
    public Call.Factory withInterceptors(Interceptor first, Interceptor... last) {
        return variant(builder -> {
            builder.interceptors().addFirst(first);
            builder.interceptors().addAll(List.of(last));
        });
    }

    /** Sends with the time limit for a test of credentials, during which Microsoft asks Apple. */
    public Call.Factory withTestTimeout(Interceptor first) {
        return variant(builder -> {
            builder.interceptors().addFirst(first);
            builder.readTimeout(limits.test()).callTimeout(limits.test());
        });
    }

    /**
     * Sends with a short time limit: a service that does not respond soon counts as unreachable. There is time for one
     * proxy or address that says nothing, and for another.
     */
    public Call.Factory withConnectTimeout() {
        return variant(builder -> builder.callTimeout(shortLimit()));
    }

    /**
     * Sends to a host that is not Microsoft's: without comparing clocks, and without the proxy credentials, which were
     * not entered for this.
     *
     * @param maxBytes the largest response to accept
     */
    public Call.Factory forOtherHost(long maxBytes) {
        return variant(builder -> {
            builder.interceptors().remove(clockSkew);
            builder.addInterceptor(chain -> HttpClients.limitSize(maxBytes, chain));
            builder.proxyAuthenticator(Authenticator.NONE).callTimeout(shortLimit());
        });
    }

    private Duration shortLimit() {
        return limits.connect().multipliedBy(2);
    }

    private Call.Factory variant(Consumer<OkHttpClient.Builder> change) {
        Memoized<OkHttpClient> changed = new Memoized<>(() -> {
            OkHttpClient.Builder builder = client.get().newBuilder();
            change.accept(builder);
            return builder.build();
        });
        return request -> changed.get().newCall(request);
    }

    /** A value that is created on first use, once, whichever thread asks for it. */
    private static final class Memoized<T> {
        private final Supplier<T> factory;
        private @Nullable T value;

        Memoized(Supplier<T> factory) {
            this.factory = factory;
        }

        synchronized T get() {
            T known = value;
            if (known == null) {
                known = factory.get();
                value = known;
            }
            return known;
        }
    }
}
