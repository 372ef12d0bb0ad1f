package app.keyturn.platform;

/**
 * Makes Java use the system's proxies. Separate from {@link SystemProxy}, because loading {@code ProxySelector}
 * reads the network configuration, and the window must not wait for that.
 */
public final class SystemProxyProperty {
    private static final String USE_SYSTEM_PROXIES = "java.net.useSystemProxies";

    private SystemProxyProperty() {}

    /** Sets the property unless it is set already. Java reads it once, when a library first asks for a proxy. */
    public static void set() {
        if (System.getProperty(USE_SYSTEM_PROXIES) == null) {
            System.setProperty(USE_SYSTEM_PROXIES, "true");
        }
    }
}
