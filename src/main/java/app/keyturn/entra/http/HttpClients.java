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
import okhttp3.ResponseBody;

/** How OkHttp's clients for {@link EntraHttp} are made, with what keeps to its promises. */
final class HttpClients {
    private static final Pattern NO_TIME = Pattern.compile("0+");
    private static final long LARGEST_ANSWER = 5L * 1024 * 1024;

    private HttpClients() {}

    /** What is sent to the practice world stays on this computer, in the clear. */
    static OkHttpClient practice(Limits limits, HostMap hosts, HttpListener listener) {
        return builder(limits, listener).proxy(Proxy.NO_PROXY)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(chain -> chain.proceed(resolved(chain.request(), hosts)))
                .build();
    }

    /** Goes through these proxies, encrypted to whom is trusted. */
    static OkHttpClient real(Limits limits, IssuerReportingTrustManager trust, ProxySelector proxies,
            ProxyCredentials login,
            ClockSkew time, HttpListener listener) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[]{trust}, null);
            return builder(limits, listener).sslSocketFactory(tls.getSocketFactory(), trust)
                    .proxySelector(proxies)
                    .proxyAuthenticator(new ProxyAuthenticator(login))
                    .addInterceptor(time)
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static OkHttpClient.Builder builder(Limits limits, HttpListener listener) {
        return new OkHttpClient.Builder().retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.answer())
                .writeTimeout(limits.answer())
                .callTimeout(limits.answer())
                // A request on a connection that the other side has given up meanwhile would fail, and is not repeated.
                .connectionPool(new ConnectionPool(2, 5, TimeUnit.SECONDS))
                .addInterceptor(new LoggingInterceptor(listener))
                .addInterceptor(chain -> limitSize(LARGEST_ANSWER, chain))
                .addNetworkInterceptor(HttpClients::preventRepeat);
    }

    private static Request resolved(Request request, HostMap hosts) throws IOException {
        Optional<URI> place = hosts.resolve(request.url().uri());
        return request.newBuilder()
                .url(place.orElseThrow(() -> new UnexpectedResponseException("An address outside the practice world"))
                        .toString())
                .build();
    }

    /** Hands on an answer of at most so many bytes. */
    static Response limitSize(long most, Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body != null && body.source().request(most + 1)) {
            response.close();
            throw new UnexpectedResponseException("An answer over " + most + " bytes");
        }
        return response;
    }

    /**
     * OkHttp repeats a request after a 503 with {@code Retry-After: 0}, and with no other, whatever
     * {@code retryOnConnectionFailure} says (OkHttp 4.12, {@code RetryAndFollowUpInterceptor}).
     */
    private static Response preventRepeat(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean atOnce = NO_TIME.matcher(response.header("Retry-After", "")).matches();
        return response.code() == 503 && atOnce ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }
}
