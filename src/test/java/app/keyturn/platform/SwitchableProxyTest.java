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
    private static final URI SOMEWHERE = URI.create("https://maple.example/");

    @Test
    void whatIsSetCountsAtTheNextConnection() {
        AtomicBoolean direct = new AtomicBoolean();
        SwitchableProxy chosen = new SwitchableProxy(direct::get,
                ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", 3128)));
        List<Proxy> system = chosen.select(SOMEWHERE);
        assertEquals(List.of(Proxy.Type.HTTP), system.stream().map(Proxy::type).toList());
        direct.set(true);
        assertEquals(List.of(Proxy.NO_PROXY), chosen.select(SOMEWHERE));
        direct.set(false);
        assertEquals(system, chosen.select(SOMEWHERE));
    }
}
