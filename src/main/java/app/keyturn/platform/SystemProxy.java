package app.keyturn.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies of the operating system: many schools let no other traffic out. Java asks the system, automatic
 * configuration included, if {@code java.net.useSystemProxies} is set (JDK, {@code net.properties}). On Linux it knows
 * only GNOME's settings; where those name no proxy, the variables {@code https_proxy}, {@code all_proxy} and
 * {@code no_proxy} count, as for curl and Go. A password in them is ignored: Keyturn asks for it.
 *
 * <p>Traffic within this computer uses no proxy.
 */
public final class SystemProxy extends ProxySelector {
    private static final Pattern THIS_COMPUTER = Pattern
            .compile("localhost|.*\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?::1\\]?");
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final ProxySelector system;
    private final Map<String, String> environment;

    /**
     * Creates a selector.
     *
     * @param system Java's view of the system
     * @param environment variables that count where the system names no proxy
     */
    SystemProxy(ProxySelector system, Map<String, String> environment) {
        this.system = system;
        this.environment = Map.copyOf(environment);
    }

    /** The proxies of this computer. */
    public static SystemProxy ofThisComputer() {
        SystemProxyProperty.set();
        boolean javaKnowsAllSettings = OperatingSystem.current() != OperatingSystem.OTHER;
        ProxySelector system = Objects.requireNonNullElseGet(ProxySelector.getDefault(), () -> ProxySelector.of(null));
        return new SystemProxy(system, javaKnowsAllSettings ? Map.of() : System.getenv());
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
        return variable("https_proxy").or(() -> variable("all_proxy"))
                .filter(_ -> !isExcluded(host))
                .flatMap(SystemProxy::parse)
                .map(List::of)
                .orElse(DIRECT);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
        system.connectFailed(address, proxy, thrown);
    }

    private boolean isExcluded(String host) {
        return Stream.of(variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(entry -> entry.strip().replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    /** The value of a variable, its name in lower or upper case. */
    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(spelling -> environment.getOrDefault(spelling, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The proxy at an address, which may lack a scheme; empty if it is not a usable proxy address. */
    private static Optional<Proxy> parse(String text) {
        try {
            URI address = URI.create(text.contains("://") ? text : "http://" + text);
            return switch (Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT)) {
                case "http" -> proxy(Proxy.Type.HTTP, address, 80);
                case "socks", "socks5", "socks5h" -> proxy(Proxy.Type.SOCKS, address, 1080);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Proxy> proxy(Proxy.Type type, URI address, int defaultPort) {
        int port = address.getPort() < 0 ? defaultPort : address.getPort();
        return Optional.ofNullable(address.getHost())
                .map(host -> new Proxy(type, InetSocketAddress.createUnresolved(host, port)));
    }
}
