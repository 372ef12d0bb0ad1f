package app.keyturn.platform;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The system's proxies, or none of them: which of the two is asked whenever a connection is made, so that a change
 * counts at once. There is no third way, and so no place for an address.
 */
public final class SwitchableProxy extends ProxySelector {
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

    private final BooleanSupplier direct;
    private final ProxySelector system;

    /**
     * Makes it.
     *
     * @param direct true to go past the system's proxies
     * @param system the system's proxies
     */
    public SwitchableProxy(BooleanSupplier direct, ProxySelector system) {
        this.direct = direct;
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI address) {
        return direct.getAsBoolean() ? NONE : system.select(address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
        system.connectFailed(address, proxy, thrown);
    }
}
