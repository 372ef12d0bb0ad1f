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
 * Answers a proxy that lets nobody pass without a sign-in (RFC 9110, section 15.5.8): once, with what was typed for it.
 * OkHttp knows no NTLM and no Kerberos, so a proxy that wants nothing else is named.
 */
public final class ProxyAuthenticator implements Authenticator {
    private static final String ANSWER = "Proxy-Authorization";

    private final ProxyCredentials login;

    public ProxyAuthenticator(ProxyCredentials login) {
        this.login = login;
    }

    /**
     * The same request with an answer.
     *
     * @return null if nothing was asked: OkHttp asks by itself before the proxy does, and whoever says 407 behind the
     *         proxy is none
     * @throws ProxyRefusedException if there is no answer, or the proxy did not take it
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
        Optional<String> answer = login.answerTo(proxy).filter(_ -> request.header(ANSWER) == null);
        if (answer.isEmpty()) {
            login.wanted(proxy);
            throw new ProxyRefusedException(true);
        }
        return request.newBuilder().header(ANSWER, answer.get()).build();
    }

    private static boolean offers(Response response, String scheme) {
        return response.challenges().stream().anyMatch(challenge -> challenge.scheme().equalsIgnoreCase(scheme));
    }
}
