package app.keyturn.entra;

import app.keyturn.platform.AddressBook;
import app.keyturn.renewal.Limits;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The one HTTP client under the sign-in and Microsoft Graph. It repeats no request, follows no redirect, keeps to the
 * program's time limits, and takes no answer over 5 MB.
 */
public final class EntraHttp {
    private static final long LARGEST_ANSWER = 5L * 1024 * 1024;

    private final OkHttpClient client;
    private final Limits limits;

    /**
     * A client that trusts what the JDK trusts.
     *
     * @param limits time limits
     * @param book where addresses lead
     */
    public EntraHttp(Limits limits, AddressBook book) {
        this.limits = limits;
        this.client = builder(limits, book).build();
    }

    /**
     * A client that trusts what it is told to trust.
     *
     * @param limits time limits
     * @param book where addresses lead
     * @param sockets makes the encrypted connections
     * @param trust decides which certificates are trusted; the one inside {@code sockets}
     */
    public EntraHttp(Limits limits, AddressBook book, SSLSocketFactory sockets, X509TrustManager trust) {
        this.limits = limits;
        this.client = builder(limits, book).sslSocketFactory(sockets, trust).build();
    }

    OkHttpClient client() {
        return client;
    }

    Limits limits() {
        return limits;
    }

    /** The same client with one more look at each request, before the address book has changed its address. */
    OkHttpClient with(Interceptor first) {
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().addFirst(first);
        return builder.build();
    }

    /** The same client for a test of credentials, during which Microsoft asks Apple. */
    OkHttpClient patient(OkHttpClient impatient) {
        return impatient.newBuilder().readTimeout(limits.test()).callTimeout(limits.test()).build();
    }

    private static OkHttpClient.Builder builder(Limits limits, AddressBook book) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder().retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.answer())
                .writeTimeout(limits.answer())
                .callTimeout(limits.answer())
                // A request on a connection that the other side has given up meanwhile would fail, and is not repeated.
                .connectionPool(new ConnectionPool(2, 5, TimeUnit.SECONDS))
                .addInterceptor(EntraHttp::notTooLarge)
                .addNetworkInterceptor(EntraHttp::neverAgain);
        return book.practice()
                ? builder.proxy(Proxy.NO_PROXY)
                        .addInterceptor(chain -> chain.proceed(addressed(chain.request(), book)))
                : builder.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
    }

    private static Request addressed(Request request, AddressBook book) throws IOException {
        Optional<URI> place = book.resolve(request.url().uri());
        return request.newBuilder()
                .url(place.orElseThrow(() -> new StrangeAnswerException("An address outside the practice world"))
                        .toString())
                .build();
    }

    private static Response notTooLarge(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body != null && body.source().request(LARGEST_ANSWER + 1)) {
            response.close();
            throw new StrangeAnswerException("An answer over 5 MB");
        }
        return response;
    }

    /**
     * OkHttp repeats a request after a 503 with {@code Retry-After: 0}, whatever {@code retryOnConnectionFailure} says
     * (OkHttp 4.12, {@code RetryAndFollowUpInterceptor}).
     */
    private static Response neverAgain(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() == 503 ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }
}
