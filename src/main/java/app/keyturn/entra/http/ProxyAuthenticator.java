package app.keyturn.entra.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Signs in to a proxy that requires it (RFC 9110, section 15.5.8): once, with the credentials the user entered for it.
 * OkHttp supports neither NTLM nor Kerberos, so a proxy that accepts nothing else is reported.
 */
public final class ProxyAuthenticator implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final ProxyCredentials credentials;

    public ProxyAuthenticator(ProxyCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The same request with credentials.
     *
     * @return null if no proxy asked: OkHttp calls this preemptively, and a 407 from behind the proxy is not the
     *     proxy's
     * @throws ProxyRefusedException if there are no credentials, or the proxy refused them
     */
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request request = response.request();
        if (route == null || !request.method().equals("CONNECT") || offers(response, "OkHttp-Preemptive")) {
            return null;
        }
        if (!offers(response, "Basic")) {
            throw new ProxyRefusedException(false);
        }
        SocketAddress proxy = route.proxy().address();
        Optional<String> value = credentials.headerFor(proxy).filter(_ -> request.header(HEADER) == null);
        if (value.isEmpty()) {
            credentials.rejected(proxy);
            throw new ProxyRefusedException(true);
        }
        return request.newBuilder().header(HEADER, value.get()).build();
    }

    private static boolean offers(Response response, String scheme) {
        return response.challenges().stream().anyMatch(challenge -> challenge.scheme().equalsIgnoreCase(scheme));
    }
}
