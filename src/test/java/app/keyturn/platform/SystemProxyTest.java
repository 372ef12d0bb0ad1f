package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemProxyTest {
    private static final String GRAPH = "https://graph.microsoft.com/v1.0";
    private static final ProxySelector DIRECT = ProxySelector.of(null);
    private static final ProxySelector SYSTEM = ProxySelector
            .of(InetSocketAddress.createUnresolved("proxy.maple.example", 3128));

    @Test
    void theSystemsProxyComesBeforeTheEnvironment() {
        assertEquals(http("proxy.maple.example", 3128),
                new SystemProxy(SYSTEM, new ProxyVariables(Map.of("https_proxy", "http://other.example:1")))
                        .select(URI.create(GRAPH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:1/", "https://127.0.0.1/", "https://127.8.9.1:5/", "https://[::1]/",
            "http://a.localhost/", "https://LOCALHOST/"})
    void addressesOnThisComputerUseNoProxy(String address) {
        assertEquals(List.of(Proxy.NO_PROXY),
                new SystemProxy(SYSTEM, new ProxyVariables(Map.of())).select(URI.create(address)));
    }

    @ParameterizedTest
    @CsvSource({"http://proxy.example:8080,proxy.example,8080", "proxy.example:8080,proxy.example,8080",
            "http://proxy.example,proxy.example,80", "HTTP://user:word@proxy.example:8080/,proxy.example,8080"})
    void withoutAProxyOfTheSystemTheEnvironmentCounts(String value, String host, int port) {
        for (String name : List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")) {
            assertEquals(http(host, port), selectWith(Map.of(name, value)));
        }
    }

    @Test
    void aSocksProxyIsUsed() {
        assertEquals(List.of(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.example", 1080))),
                selectWith(Map.of("all_proxy", "socks5://proxy.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://proxy.example:1", "http://", "not an address", "ftp://proxy.example"})
    void anUnusableValueMeansNoProxy(String value) {
        assertEquals(List.of(Proxy.NO_PROXY), selectWith(Map.of("https_proxy", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "graph.microsoft.com", ".microsoft.com", "*.microsoft.com",
            "a.example, Microsoft.com"})
    void excludedHostsUseNoProxy(String excluded) {
        assertEquals(List.of(Proxy.NO_PROXY),
                selectWith(Map.of("https_proxy", "http://proxy.example:1", "no_proxy", excluded)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "soft.com", "login.microsoftonline.com", "10.0.0.0/8"})
    void otherHostsUseTheProxy(String excluded) {
        assertEquals(http("proxy.example", 1),
                selectWith(Map.of("https_proxy", "http://proxy.example:1", "NO_PROXY", excluded)));
    }

    private static List<Proxy> selectWith(Map<String, String> variables) {
        return new SystemProxy(DIRECT, new ProxyVariables(variables)).select(URI.create(GRAPH));
    }

    private static List<Proxy> http(String host, int port) {
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }
}
