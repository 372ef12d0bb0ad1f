package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SwitchableProxyTest {
    private static final URI ADDRESS = URI.create("https://maple.example/");

    @Test
    void aChangeTakesEffectAtTheNextConnection() {
        AtomicBoolean direct = new AtomicBoolean();
        SwitchableProxy proxy = new SwitchableProxy(direct::get,
                ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", 3128)));
        List<Proxy> system = proxy.select(ADDRESS);
        assertEquals(List.of(Proxy.Type.HTTP), system.stream().map(Proxy::type).toList());
        direct.set(true);
        assertEquals(List.of(Proxy.NO_PROXY), proxy.select(ADDRESS));
        direct.set(false);
        assertEquals(system, proxy.select(ADDRESS));
    }
}
