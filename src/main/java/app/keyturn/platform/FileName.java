package app.keyturn.platform;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a system allows as the name of a file. */
public final class FileName {
    /** Signs that a name must not contain, and what it must not end with: Windows would drop that without a word. */
    private static final Pattern FORBIDDEN_BY_WINDOWS = Pattern.compile("[<>:\"/\\\\|?*\\x00-\\x1f]|[. ]$");
    /** Names of devices, which they keep with any extension: what is written there is lost. */
    private static final Pattern WINDOWS_DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[1-9\u00B9\u00B2\u00B3]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /**
     * The path of a file whose name a user has typed.
     *
     * @throws InvalidPathException if the system does not allow the name, which is the exception's input. Windows:
     *     Microsoft Learn, "Naming Files, Paths, and Namespaces".
     */
    public static Path toPath(OperatingSystem system, File typed) {
        String name = typed.getName();
        if (system == OperatingSystem.WINDOWS
                && (FORBIDDEN_BY_WINDOWS.matcher(name).find() || WINDOWS_DEVICE.matcher(name).matches())) {
            throw notAllowed(name);
        }
        try {
            return typed.toPath();
        } catch (InvalidPathException e) {
            throw notAllowed(name, e);
        }
    }

    private static InvalidPathException notAllowed(String name) {
        return new InvalidPathException(name, "This system does not allow the name");
    }

    private static InvalidPathException notAllowed(String name, InvalidPathException cause) {
        InvalidPathException same = notAllowed(name);
        same.initCause(cause);
        return same;
    }
}
