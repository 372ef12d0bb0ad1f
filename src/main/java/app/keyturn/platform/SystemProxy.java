package app.keyturn.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The proxies of the operating system: many schools let no other traffic out. Java asks the system, automatic
 * configuration included, if {@code java.net.useSystemProxies} is set (JDK, {@code net.properties}). On Linux it knows
 * only GNOME's settings; where those name no proxy, {@link ProxyVariables} count. A password in them is ignored:
 * Keyturn asks for it.
 *
 * <p>Traffic within this computer uses no proxy.
 */
public final class SystemProxy extends ProxySelector {
    private static final Pattern THIS_COMPUTER = Pattern
            .compile("localhost|.*\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?::1\\]?");
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final ProxySelector system;
    private final ProxyVariables variables;

    /**
     * Creates a selector.
     *
     * @param system Java's view of the system
     * @param variables count where the system names no proxy
     */
    SystemProxy(ProxySelector system, ProxyVariables variables) {
        this.system = system;
        this.variables = variables;
    }

    /** The proxies of this computer. */
    public static SystemProxy ofThisComputer() {
        SystemProxyProperty.set();
        ProxySelector system = Objects.requireNonNullElseGet(ProxySelector.getDefault(), () -> ProxySelector.of(null));
        return new SystemProxy(system, ProxyVariables.ofThisComputer());
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
        if (THIS_COMPUTER.matcher(host).matches()) {
            return DIRECT;
        }
        List<Proxy> proxies = system.select(address);
        if (proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
            return proxies;
        }
        int port = address.getPort() < 0
                ? ProxyVariables.defaultPort(Objects.requireNonNullElse(address.getScheme(), ""))
                : address.getPort();
        return variables.proxyFor(host, port).map(SystemProxy::proxy).map(List::of).orElse(DIRECT);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
        system.connectFailed(address, proxy, thrown);
    }

    private static Proxy proxy(ProxyVariables.Address address) {
        Proxy.Type type = switch (address.kind()) {
            case HTTP -> Proxy.Type.HTTP;
            case SOCKS -> Proxy.Type.SOCKS;
        };
        return new Proxy(type, InetSocketAddress.createUnresolved(address.host(), address.port()));
    }
}
