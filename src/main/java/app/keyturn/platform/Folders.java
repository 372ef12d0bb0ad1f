package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where this program's files belong by the conventions of the system. The getters create nothing.
 *
 * @param operatingSystem the system whose conventions apply
 * @param environment the value of a variable; empty if it is not set
 * @param home the user's home folder
 */
public record Folders(OperatingSystem operatingSystem, Function<String, Optional<String>> environment, Path home) {
    private static final String NAME = "Keyturn";

    /** The folders of the user who started the program. */
    public static Folders ofCurrentUser() {
        return new Folders(OperatingSystem.current(), name -> Optional.ofNullable(System.getenv(name)),
                Path.of(System.getProperty("user.home", "")));
    }

    /**
     * The folder for settings. Linux: freedesktop.org, "XDG Base Directory Specification", where a relative path
     * in the variable is to be ignored. macOS: Apple, "File System Programming Guide". Windows: Microsoft Learn,
     * "KNOWNFOLDERID", RoamingAppData.
     */
    public Path settings() {
        return switch (operatingSystem) {
            case WINDOWS -> variable("APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve(NAME);
            case MAC -> home.resolve("Library").resolve("Application Support").resolve(NAME);
            case OTHER -> xdg("XDG_CONFIG_HOME", ".config");
        };
    }

    /**
     * The folder for the program's own data. Linux: freedesktop.org, "XDG Base Directory Specification". macOS:
     * Apple, "File System Programming Guide". Windows: Microsoft Learn, "KNOWNFOLDERID", LocalAppData, which stays on
     * this computer.
     */
    public Path data() {
        return switch (operatingSystem) {
            case WINDOWS -> variable("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve(NAME);
            case MAC -> settings();
            case OTHER -> xdg("XDG_DATA_HOME", ".local/share");
        };
    }

    /**
     * The folder for the log. Windows: beside the program's own data, which stays on this computer. macOS: Apple,
     * "Technical Note TN2124"; Console looks there. Linux: freedesktop.org, "XDG Base Directory Specification", which
     * names logs as an example of state.
     */
    public Path log() {
        return switch (operatingSystem) {
            case WINDOWS -> data().resolve("Logs");
            case MAC -> home.resolve("Library").resolve("Logs").resolve(NAME);
            case OTHER -> xdg("XDG_STATE_HOME", ".local/state").resolve("log");
        };
    }

    /**
     * The folder for an administrator's settings for all users of this computer. Linux: Filesystem Hierarchy Standard,
     * "/etc"; {@code XDG_CONFIG_DIRS} does not count, since any user can set it. macOS: Apple, "File System Programming
     * Guide". Windows: Microsoft Learn, "KNOWNFOLDERID", ProgramData.
     */
    public Path allUsers() {
        return switch (operatingSystem) {
            case WINDOWS -> variable("ProgramData").orElse(Path.of("C:\\ProgramData")).resolve(NAME);
            case MAC -> Path.of("/Library/Application Support", NAME);
            case OTHER -> Path.of("/etc", NAME.toLowerCase(Locale.ROOT));
        };
    }

    /**
     * Creates a folder and its parents if they do not exist; for the owner only, where the file system has owners.
     */
    public static void create(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private Path xdg(String variable, String defaultFolder) {
        return variable(variable).filter(Path::isAbsolute)
                .orElse(home.resolve(defaultFolder))
                .resolve(NAME.toLowerCase(Locale.ROOT));
    }

    private Optional<Path> variable(String name) {
        return environment.apply(name).filter(text -> !text.isBlank()).flatMap(Folders::path);
    }

    /** Empty if the system does not allow such a name. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
