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
 * Through which proxies the operating system leads its traffic: many schools let nothing out any other way. Java asks the
 * system, automatic configuration included, if {@code java.net.useSystemProxies} is set (JDK, {@code net.properties}).
 * On Linux it knows GNOME's settings only; where those name none, the variables {@code https_proxy}, {@code all_proxy}
 * and {@code no_proxy} count, as they do for curl and Go. A password in them does not: it is asked for.
 *
 * <p>What stays on this computer goes through no proxy.
 */
public final class SystemProxy extends ProxySelector {
    private static final Pattern THIS_COMPUTER = Pattern
            .compile("localhost|.*\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?::1\\]?");
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

    private final ProxySelector system;
    private final Map<String, String> environment;

    /**
     * Makes it.
     *
     * @param system what Java says of the system
     * @param environment variables to look into where that names no proxy
     */
    SystemProxy(ProxySelector system, Map<String, String> environment) {
        this.system = system;
        this.environment = Map.copyOf(environment);
    }

    /** The proxies of this computer. */
    public static SystemProxy ofThisComputer() {
        SystemProxyProperty.set();
        boolean asksWell = OperatingSystem.current() != OperatingSystem.OTHER;
        ProxySelector known = Objects.requireNonNullElseGet(ProxySelector.getDefault(), () -> ProxySelector.of(null));
        return new SystemProxy(known, asksWell ? Map.of() : System.getenv());
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
        if (THIS_COMPUTER.matcher(host).matches()) {
            return NONE;
        }
        List<Proxy> known = system.select(address);
        if (known.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
            return known;
        }
        return variable("https_proxy").or(() -> variable("all_proxy"))
                .filter(_ -> !excepted(host))
                .flatMap(SystemProxy::proxy)
                .map(List::of)
                .orElse(NONE);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
        system.connectFailed(address, proxy, thrown);
    }

    private boolean excepted(String host) {
        return Stream.of(variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(entry -> entry.strip().replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    /** A variable under its usual name, or in capitals. */
    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(each -> environment.getOrDefault(each, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The proxy at an address, which may lack its scheme; empty if it is none that could be used. */
    private static Optional<Proxy> proxy(String address) {
        try {
            URI place = URI.create(address.contains("://") ? address : "http://" + address);
            return switch (Objects.requireNonNullElse(place.getScheme(), "").toLowerCase(Locale.ROOT)) {
                case "http" -> proxy(Proxy.Type.HTTP, place, 80);
                case "socks", "socks5", "socks5h" -> proxy(Proxy.Type.SOCKS, place, 1080);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Proxy> proxy(Proxy.Type type, URI place, int usualPort) {
        return Optional.ofNullable(place.getHost())
                .map(host -> new Proxy(type,
                        InetSocketAddress.createUnresolved(host, place.getPort() < 0 ? usualPort : place.getPort())));
    }
}
