package app.keyturn.entra.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password that the user has entered for the network's proxy. In memory only, and only for the proxy
 * that asked: another network's proxy does not get them. They are sent the way the proxy requires, which is
 * unencrypted.
 */
public final class ProxyCredentials {
    private @Nullable String askingProxy;
    private @Nullable String proxy;
    private @Nullable String header;

    /**
     * Keeps credentials for the proxy that asked last; keeps nothing if none has asked.
     */
    public synchronized void set(String user, String password) {
        this.proxy = askingProxy;
        header = askingProxy == null ? null : Credentials.basic(user, password, UTF_8);
    }

    /** Drops the credentials. */
    public synchronized void clear() {
        askingProxy = null;
        this.proxy = null;
        header = null;
    }

    /** A proxy asks for credentials, and has refused the present ones, if any. */
    public synchronized void rejected(SocketAddress proxy) {
        askingProxy = address(proxy);
        this.proxy = null;
        header = null;
    }

    /** The header value for a proxy; empty if there are no credentials for it. */
    synchronized Optional<String> headerFor(SocketAddress proxy) {
        return address(proxy).equals(this.proxy) ? Optional.ofNullable(header) : Optional.empty();
    }

    private static String address(SocketAddress proxy) {
        return proxy instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : proxy.toString();
    }
}
