package app.keyturn.entra.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password that a person has typed for the network's proxy. In memory only, and only for the proxy
 * that asked: in another network, another one does not get them. They go to it as it wants them, which is unencrypted.
 */
public final class ProxyCredentials {
    private @Nullable String asking;
    private @Nullable String asked;
    private @Nullable String answer;

    /**
     * Holds what was typed, for the proxy that asked last; holds nothing if none has asked.
     *
     * @param user the user name
     * @param password its password
     */
    public synchronized void hold(String user, String password) {
        asked = asking;
        answer = asking == null ? null : Credentials.basic(user, password, UTF_8);
    }

    /** Forgets it. */
    public synchronized void forget() {
        asking = null;
        asked = null;
        answer = null;
    }

    /** A proxy asks, and what is held, if anything, is not what it wants. */
    public synchronized void wanted(SocketAddress proxy) {
        asking = place(proxy);
        asked = null;
        answer = null;
    }

    /** What a proxy is answered, as the value of a header; empty if nothing was typed for it. */
    synchronized Optional<String> answerTo(SocketAddress proxy) {
        return place(proxy).equals(asked) ? Optional.ofNullable(answer) : Optional.empty();
    }

    private static String place(SocketAddress proxy) {
        return proxy instanceof InetSocketAddress place
                ? place.getHostString() + ":" + place.getPort()
                : proxy.toString();
    }
}
