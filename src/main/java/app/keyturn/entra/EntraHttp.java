package app.keyturn.entra;

import app.keyturn.platform.AddressBook;
import app.keyturn.platform.ChosenProxy;
import app.keyturn.platform.SystemProxy;
import app.keyturn.platform.SystemTrust;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.LiveSecrets;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The one HTTP client under the sign-in and Microsoft Graph. It goes through the system's proxy, which only the practice
 * world never meets, or past it where that is set. It repeats no request, follows no redirect, keeps to the program's
 * time limits, and takes no answer over 5 MB. An onlooker is told of each request. It is made when something is first
 * sent, away from the window's thread: until then nobody has to wait for the hundreds of certificates that are read for
 * it.
 */
public final class EntraHttp {
    private static final Pattern NO_TIME = Pattern.compile("0+");
    private static final long LARGEST_ANSWER = 5L * 1024 * 1024;

    private final Once<OkHttpClient> client;
    private final Limits limits;
    private final ProxyLogin login;
    private final MicrosoftTime time;
    private final LiveSecrets secrets;
    private final Onlooker onlooker;

    /**
     * A client for which no proxy has a password.
     *
     * @param limits time limits
     * @param book where addresses lead
     */
    public EntraHttp(Limits limits, AddressBook book) {
        this(limits, book, Clock.systemUTC(), new ProxyLogin(), () -> false, new LiveSecrets(), Onlooker.NOBODY);
    }

    /**
     * A client that trusts what Java and the operating system trust, and goes through the system's proxy, unless it is
     * told to go directly.
     *
     * @param limits time limits
     * @param book where addresses lead
     * @param clock is compared with Microsoft's
     * @param login what a proxy that asks for a password is answered
     * @param direct true to go past the system's proxy; asked at every connection
     * @param secrets is told of access tokens, and keeps secrets out of problems
     * @param onlooker is told of each request
     */
    public EntraHttp(Limits limits, AddressBook book, Clock clock, ProxyLogin login, BooleanSupplier direct,
            LiveSecrets secrets, Onlooker onlooker) {
        this(limits, book, () -> SystemTrust.ofThisComputer().joined(),
                () -> new ChosenProxy(direct, SystemProxy.ofThisComputer()), clock, login, secrets, onlooker);
    }

    /** A client that trusts what it is told to trust; asked once, and in earnest only. */
    EntraHttp(Limits limits, AddressBook book, Supplier<X509ExtendedTrustManager> trust) {
        this(limits, book, trust, SystemProxy::ofThisComputer, Clock.systemUTC(), new ProxyLogin());
    }

    /** A client that also goes through the proxies it is told; asked for once, and in earnest only. */
    EntraHttp(Limits limits, AddressBook book, Supplier<X509ExtendedTrustManager> trust,
            Supplier<? extends ProxySelector> proxies, Clock clock, ProxyLogin login) {
        this(limits, book, trust, proxies, clock, login, new LiveSecrets(), Onlooker.NOBODY);
    }

    private EntraHttp(Limits limits, AddressBook book, Supplier<X509ExtendedTrustManager> trust,
            Supplier<? extends ProxySelector> proxies, Clock clock, ProxyLogin login, LiveSecrets secrets,
            Onlooker onlooker) {
        this.limits = limits;
        this.login = login;
        this.secrets = secrets;
        this.onlooker = onlooker;
        this.time = new MicrosoftTime(clock);
        this.client = new Once<>(() -> book.practice()
                ? practice(limits, book, onlooker)
                : earnest(limits, new NamingTrust(trust.get()), proxies.get(), login, time, onlooker));
    }

    OkHttpClient client() {
        return client.get();
    }

    /** What was typed for the network's proxy. */
    ProxyLogin proxyLogin() {
        return login;
    }

    /** How far Microsoft's clock is from this computer's; in practice, there is no other clock. */
    MicrosoftTime time() {
        return time;
    }

    /** Recognises the secrets that are in use. */
    LiveSecrets secrets() {
        return secrets;
    }

    /**
     * Makes problems of what goes wrong with this client.
     *
     * @param clock dates them
     */
    Problems problems(Clock clock) {
        return new Problems(clock, time, secrets, onlooker);
    }

    Limits limits() {
        return limits;
    }

    /** Sends with the client. */
    Call.Factory calls() {
        return request -> client.get().newCall(request);
    }

    /**
     * Sends with the same client, and more looks at each request.
     *
     * @param first looks before the address book has changed the request's address
     * @param last look afterwards
     */
    Call.Factory with(Interceptor first, Interceptor... last) {
        return sending(builder -> {
            builder.interceptors().addFirst(first);
            builder.interceptors().addAll(List.of(last));
        });
    }

    /** The same for a test of credentials, during which Microsoft asks Apple. */
    Call.Factory patient(Interceptor first) {
        return sending(builder -> {
            builder.interceptors().addFirst(first);
            builder.readTimeout(limits.test()).callTimeout(limits.test());
        });
    }

    /** The same for a look that nobody waits for: what has not answered by the time a connection may take, will not. */
    Call.Factory brief() {
        return sending(builder -> builder.callTimeout(limits.connect()));
    }

    /**
     * The same for a look at somebody who is not Microsoft: Microsoft's clock is not told by the answer, and what was typed
     * for the network's proxy is not given out for it.
     *
     * @param largestAnswer in bytes
     */
    Call.Factory elsewhere(long largestAnswer) {
        return sending(builder -> {
            builder.interceptors().remove(time);
            builder.addInterceptor(chain -> notLargerThan(largestAnswer, chain));
            builder.proxyAuthenticator(Authenticator.NONE).callTimeout(limits.connect());
        });
    }

    private Call.Factory sending(Consumer<OkHttpClient.Builder> change) {
        Once<OkHttpClient> changed = new Once<>(() -> {
            OkHttpClient.Builder builder = client.get().newBuilder();
            change.accept(builder);
            return builder.build();
        });
        return request -> changed.get().newCall(request);
    }

    /** What is sent to the practice world stays on this computer, in the clear. */
    private static OkHttpClient practice(Limits limits, AddressBook book, Onlooker onlooker) {
        return builder(limits, onlooker).proxy(Proxy.NO_PROXY)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(chain -> chain.proceed(addressed(chain.request(), book)))
                .build();
    }

    private static OkHttpClient earnest(Limits limits, NamingTrust trust, ProxySelector proxies, ProxyLogin login,
            MicrosoftTime time, Onlooker onlooker) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[]{trust}, null);
            return builder(limits, onlooker).sslSocketFactory(tls.getSocketFactory(), trust)
                    .proxySelector(proxies)
                    .proxyAuthenticator(new ProxyDoor(login))
                    .addInterceptor(time)
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static OkHttpClient.Builder builder(Limits limits, Onlooker onlooker) {
        return new OkHttpClient.Builder().retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.answer())
                .writeTimeout(limits.answer())
                .callTimeout(limits.answer())
                // A request on a connection that the other side has given up meanwhile would fail, and is not repeated.
                .connectionPool(new ConnectionPool(2, 5, TimeUnit.SECONDS))
                .addInterceptor(new Watching(onlooker))
                .addInterceptor(chain -> notLargerThan(LARGEST_ANSWER, chain))
                .addNetworkInterceptor(EntraHttp::neverAgain);
    }

    private static Request addressed(Request request, AddressBook book) throws IOException {
        Optional<URI> place = book.resolve(request.url().uri());
        return request.newBuilder()
                .url(place.orElseThrow(() -> new StrangeAnswerException("An address outside the practice world"))
                        .toString())
                .build();
    }

    private static Response notLargerThan(long most, Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body != null && body.source().request(most + 1)) {
            response.close();
            throw new StrangeAnswerException("An answer over " + most + " bytes");
        }
        return response;
    }

    /**
     * OkHttp repeats a request after a 503 with {@code Retry-After: 0}, and with no other, whatever
     * {@code retryOnConnectionFailure} says (OkHttp 4.12, {@code RetryAndFollowUpInterceptor}).
     */
    private static Response neverAgain(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean atOnce = NO_TIME.matcher(response.header("Retry-After", "")).matches();
        return response.code() == 503 && atOnce ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }
}
