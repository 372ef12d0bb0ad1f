package app.keyturn.platform;

import java.util.Locale;

/** Whose customs hold on a computer. */
public enum OperatingSystem {
    /** Microsoft Windows. */
    WINDOWS,
    /** Apple macOS. */
    MAC,
    /** Linux, or whatever else follows freedesktop.org. */
    OTHER;

    /** The one this program runs on. */
    public static OperatingSystem current() {
        return fromName(System.getProperty("os.name", ""));
    }

    /**
     * The one with this name.
     *
     * @param name as in the property {@code os.name}
     */
    public static OperatingSystem fromName(String name) {
        String system = name.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return WINDOWS;
        }
        return system.startsWith("mac") ? MAC : OTHER;
    }
}
