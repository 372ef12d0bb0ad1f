package app.keyturn.platform;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Uses the system's proxies or none. The choice is read for every connection, so a change takes effect at once. There
 * is no third choice, so no setting can hold a proxy address.
 */
public final class SwitchableProxy extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final BooleanSupplier direct;
    private final ProxySelector system;

    /**
     * Creates a selector.
     *
     * @param direct true to bypass the system's proxies
     */
    public SwitchableProxy(BooleanSupplier direct, ProxySelector system) {
        this.direct = direct;
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI address) {
        return direct.getAsBoolean() ? DIRECT : system.select(address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
        system.connectFailed(address, proxy, thrown);
    }
}
