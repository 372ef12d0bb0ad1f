package app.keyturn.platform;

import java.util.Locale;

/** The kinds of operating system that Keyturn distinguishes. */
public enum OperatingSystem {
    /** Microsoft Windows. */
    WINDOWS,
    /** Apple macOS. */
    MAC,
    /** Linux, or anything else that follows freedesktop.org. */
    OTHER;

    /** The system this program runs on. */
    public static OperatingSystem current() {
        return fromName(System.getProperty("os.name", ""));
    }

    /** Reads a value of the system property {@code os.name}. */
    public static OperatingSystem fromName(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : OTHER;
    }
}
