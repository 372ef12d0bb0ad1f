package installer;

import java.util.Locale;

/** The operating system that the build runs on, which is the one that its installer is for. */
public final class HostSystem {
    private static final String NAME = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private HostSystem() {}

    public static boolean isWindows() {
        return NAME.startsWith("windows");
    }

    public static boolean isMac() {
        return NAME.startsWith("mac");
    }

    public static boolean isLinux() {
        return !isWindows() && !isMac();
    }
}
