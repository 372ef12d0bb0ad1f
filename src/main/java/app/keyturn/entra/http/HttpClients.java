package app.keyturn.entra.http;

import app.keyturn.log.HttpListener;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.Limits;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Builds OkHttp's clients for {@link EntraHttp}. */
final class HttpClients {
    private static final Pattern ZERO = Pattern.compile("0+");
    private static final long MAX_BYTES = 5L * 1024 * 1024;

    private HttpClients() {}

    /** For the practice world: unencrypted, and on this computer only. */
    static OkHttpClient practice(Limits limits, HostMap hosts, HttpListener listener) {
        return builder(limits, listener).proxy(Proxy.NO_PROXY)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(chain -> chain.proceed(mapHost(chain.request(), hosts)))
                .build();
    }

    /** For Microsoft: encrypted, through the given proxies. */
    static OkHttpClient real(Limits limits, IssuerReportingTrustManager trust, ProxySelector proxies,
            ProxyCredentials credentials,
            ClockSkew clockSkew, HttpListener listener) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[]{trust}, null);
            return builder(limits, listener).sslSocketFactory(tls.getSocketFactory(), trust)
                    .proxySelector(proxies)
                    .proxyAuthenticator(new ProxyAuthenticator(credentials))
                    .addInterceptor(clockSkew)
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static OkHttpClient.Builder builder(Limits limits, HttpListener listener) {
        StatusLineInterceptor statusLine = new StatusLineInterceptor();
        SendTracker sendTracker = new SendTracker();
        return new OkHttpClient.Builder().retryOnConnectionFailure(false)
                // While there is no connection, the next proxy or address is tried, 250 ms after the one before.
                .fastFallback(true)
                .socketFactory(new HandshakeTimeout(limits.connect()))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.answer())
                .writeTimeout(limits.answer())
                .callTimeout(limits.answer())
                // A request on a connection that the server has closed meanwhile would fail, and is not repeated.
                .connectionPool(new ConnectionPool(2, 5, TimeUnit.SECONDS))
                .addInterceptor(new LoggingInterceptor(listener))
                .addInterceptor(chain -> limitSize(MAX_BYTES, chain))
                .addInterceptor(statusLine)
                .addInterceptor(sendTracker)
                .eventListener(statusLine.plus(sendTracker))
                .addNetworkInterceptor(HttpClients::preventRepeat);
    }

    private static Request mapHost(Request request, HostMap hosts) throws IOException {
        Optional<URI> place = hosts.resolve(request.url().uri());
        return request.newBuilder()
                .url(place.orElseThrow(() -> new ForbiddenAddressException("An address outside the practice world"))
                        .toString())
                .build();
    }

    /** Fails if a response is larger than this, and reads no more of it. */
    static Response limitSize(long maxBytes, Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.body().source().request(maxBytes + 1)) {
            // Closing alone would read on for a tenth of a second, to use the connection again.
            chain.call().cancel();
            response.close();
            throw new UnexpectedResponseException("A response over " + maxBytes + " bytes");
        }
        return response;
    }

    /**
     * OkHttp repeats a request after a 503 with {@code Retry-After: 0}, and with no other, whatever
     * {@code retryOnConnectionFailure} says (OkHttp 5.4, {@code RetryAndFollowUpInterceptor}).
     */
    private static Response preventRepeat(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean immediately = ZERO.matcher(response.header("Retry-After", "")).matches();
        return response.code() == 503 && immediately
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
