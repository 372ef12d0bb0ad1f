package app.keyturn.platform;

/**
 * Has Java ask the system for its proxies. On its own, and not in {@link SystemProxy}: when Java loads
 * {@link java.net.ProxySelector}, it reads its settings for networks, and no window has to wait for that.
 */
public final class SystemProxyProperty {
    private static final String FOLLOW = "java.net.useSystemProxies";

    private SystemProxyProperty() {}

    /** Sets it, if nobody has. Java looks at it only once, when a proxy is first asked for by whatever library. */
    public static void set() {
        if (System.getProperty(FOLLOW) == null) {
            System.setProperty(FOLLOW, "true");
        }
    }
}
