package installer;

import java.util.Locale;

/** An operating system that packages are built for. */
public enum TargetSystem {
    /** Linux. */
    LINUX,
    /** Windows, whose packages are built on Linux. */
    WINDOWS,
    /** macOS. */
    MAC;

    /** The system that the build runs on. */
    public static TargetSystem host() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : LINUX;
    }
}
