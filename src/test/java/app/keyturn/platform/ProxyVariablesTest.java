package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.platform.ProxyVariables.Address;
import app.keyturn.platform.ProxyVariables.Kind;
import app.keyturn.platform.ProxyVariables.Reason;
import app.keyturn.platform.ProxyVariables.Unusable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How variables that name a proxy are read. */
class ProxyVariablesTest {
    private static final String HOST = "graph.microsoft.com";

    @ParameterizedTest
    @CsvSource({"http://proxy_1.school.example:3128, proxy_1.school.example, 3128", "_proxy:1, _proxy, 1",
            "http://proxy:8080/, proxy, 8080", "proxy:, proxy, 80", "http://proxy.example.:8080, proxy.example., 8080",
            "http://10.1.2.3:8080, 10.1.2.3, 8080", "http://[2001:db8::1]:3128, 2001:db8::1, 3128",
            "[::1]:8080, ::1, 8080", "http://[fe80::1%25eth0]:1, fe80::1%eth0, 1",
            "http://kim:pa#ss@proxy:3128, proxy, 3128", "http://kim:pa@ss@proxy:3128, proxy, 3128",
            "http://kim:12#3@proxy:3128, proxy, 3128", "http://kim:12?3@proxy:3128/x, proxy, 3128",
            "http://kim:pa/ss@proxy:3128, proxy, 3128", "http://kim:100%@proxy:3128, proxy, 3128",
            "http://kim:%23%40@proxy:3128, proxy, 3128", "http://kim:a:b@[::1]:3128, ::1, 3128",
            "http://DOMAIN\\kim:pa ss@proxy:3128, proxy, 3128", "kim:word@proxy:3128, proxy, 3128",
            "http://@proxy:3128, proxy, 3128", "http://proxy:3128/a@b, proxy, 3128",
            "http://proxy:03128, proxy, 3128", "http://pr\u00f6xy.example:1, xn--prxy-6qa.example, 1",
            "HTTP://PROXY:1, PROXY, 1", "'  http://proxy:1\t', proxy, 1"})
    void anHttpProxyIsFoundWhereverCurlFindsIt(String value, String host, int port) {
        for (String name : new String[]{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            ProxyVariables variables = new ProxyVariables(Map.of(name, value));
            assertEquals(Optional.of(new Address(Kind.HTTP, host, port)), variables.proxyFor(HOST, 443), name);
            assertEquals(Optional.empty(), variables.unusable());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://s_1:1080", "socks5h://kim:a#b@s_1", "SOCKS://s_1"})
    void aSocksProxyIsReadTheSameWay(String value) {
        assertEquals(Optional.of(new Address(Kind.SOCKS, "s_1", 1080)),
                new ProxyVariables(Map.of("all_proxy", value)).proxyFor(HOST, 443));
    }

    @ParameterizedTest
    @CsvSource({"https://proxy:3128, ENCRYPTED", "HTTPS://kim:secret@proxy, ENCRYPTED",
            "socks4://proxy:1080, UNKNOWN_KIND", "socks4a://proxy, UNKNOWN_KIND", "ftp://proxy, UNKNOWN_KIND",
            "pac+http://proxy, UNKNOWN_KIND", "http://, NOT_AN_ADDRESS", "http://:3128, NOT_AN_ADDRESS",
            "http://proxy:port, NOT_AN_ADDRESS", "http://proxy:0, NOT_AN_ADDRESS", "proxy:65536, NOT_AN_ADDRESS",
            "proxy:99999999999999999999, NOT_AN_ADDRESS", "a b, NOT_AN_ADDRESS", "http://a b:1, NOT_AN_ADDRESS",
            "http://fe80::1:3128, NOT_AN_ADDRESS", "http://[::1:3128, NOT_AN_ADDRESS",
            "http://[proxy]:1, NOT_AN_ADDRESS", "http://[1.2.3.4.5]:1, NOT_AN_ADDRESS", "http://..:1, NOT_AN_ADDRESS",
            "http:/proxy:3128, NOT_AN_ADDRESS", "//proxy:3128, NOT_AN_ADDRESS", "http://pro%78y:1, NOT_AN_ADDRESS",
            "@:#, NOT_AN_ADDRESS", "$PROXY, NOT_AN_ADDRESS", "DIRECT;, NOT_AN_ADDRESS"})
    void whatCannotBeUsedIsSaidWithoutItsValue(String value, Reason reason) {
        for (String name : new String[]{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            ProxyVariables variables = new ProxyVariables(Map.of(name, value));
            assertEquals(Optional.of(new Unusable(name, reason)), variables.unusable());
            assertEquals(Optional.empty(), variables.proxyFor(HOST, 443));
        }
        assertFalse(new ProxyVariables(Map.of("https_proxy", value)).unusable().toString().contains("secret"));
    }

    @Test
    void theNarrowerVariableAndLowerCaseComeFirstAndEmptyOnesDoNotCount() {
        Map<String, String> all = Map.of("https_proxy", "a:1", "HTTPS_PROXY", "b:1", "all_proxy", "c:1", "ALL_PROXY",
                "d:1");
        assertEquals("a", host(all));
        assertEquals("b", host(Map.of("https_proxy", " ", "HTTPS_PROXY", "b:1", "all_proxy", "c:1")));
        assertEquals("c", host(Map.of("https_proxy", "", "all_proxy", "c:1", "ALL_PROXY", "d:1")));
        assertEquals(Optional.empty(), new ProxyVariables(Map.of("http_proxy", "a:1", "HTTP_PROXY", "a:1",
                "Https_Proxy", "a:1")).proxyFor(HOST, 443));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*", "graph.microsoft.com", ".microsoft.com", "*.microsoft.com",
            "microsoft.com", "MICROSOFT.COM.", "a.example , microsoft.com", "a.example microsoft.com",
            "graph.microsoft.com:443", ".microsoft.com:443", "a:1,graph.microsoft.com:443", "*:443", ",,*"})
    void anExcludedHostNeedsNoProxy(String excluded) {
        assertEquals(Optional.empty(), proxy(excluded, HOST, 443));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"soft.com", "graph.microsoft.com:80", "graph.microsoft.com:4430", "www.*",
            "graph", "graph.microsoft.com.example", "10.0.0.0/8", "0.0.0.0/0", "graph.microsoft.com/8", ":443", ".",
            "[graph.microsoft.com]"})
    void anotherHostOrPortKeepsTheProxy(String excluded) {
        assertEquals(Optional.of(new Address(Kind.HTTP, "proxy", 1)), proxy(excluded, HOST, 443));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 10.1.2.3, true", "10.0.0.0/8, 11.1.2.3, false", "10.1.2.3, 10.1.2.3, true",
            "10.1.2.0/25, 10.1.2.128, false", "10.1.2.128/25, 10.1.2.200, true", "10.1.2.3/32, 10.1.2.3, true",
            "0.0.0.0/0, 10.1.2.3, true", "10.0.0.0/33, 10.1.2.3, false", "10.0.0.0/x, 10.1.2.3, false",
            "2.3, 10.1.2.3, false", "10.1.2.3:443, 10.1.2.3, true", "10.1.2.3:80, 10.1.2.3, false",
            "2001:db8::1, [2001:db8::1], true", "[2001:DB8:0::1], [2001:db8::1], true",
            "[2001:db8::1]:443, [2001:db8::1], true", "[2001:db8::1]:80, [2001:db8::1], false",
            "2001:db8::/32, [2001:db8::1], true", "2001:db9::/32, [2001:db8::1], false",
            "10.0.0.0/8, [2001:db8::1], false", "*, 10.1.2.3, true"})
    void anAddressIsExcludedByItselfOrItsRange(String excluded, String host, boolean direct) {
        assertEquals(direct, proxy(excluded, host, 443).isEmpty());
    }

    private static Optional<Address> proxy(String excluded, String host, int port) {
        return new ProxyVariables(Map.of("https_proxy", "proxy:1", "NO_PROXY", excluded)).proxyFor(host, port);
    }

    private static String host(Map<String, String> variables) {
        return new ProxyVariables(variables).proxyFor(HOST, 443).orElseThrow().host();
    }
}
