package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where this program's files belong, by the system's own custom. Nothing is created by asking.
 *
 * @param operatingSystem its name, as in the property {@code os.name}
 * @param environment the value of a variable; empty if it is not set
 * @param home the person's own folder
 */
public record Folders(String operatingSystem, Function<String, Optional<String>> environment, Path home) {
    private static final String NAME = "Keyturn";

    /** The folders of the person who started the program. */
    public static Folders ofThisPerson() {
        return new Folders(System.getProperty("os.name", ""), name -> Optional.ofNullable(System.getenv(name)),
                Path.of(System.getProperty("user.home", "")));
    }

    /**
     * The folder for settings. Linux: freedesktop.org, "XDG Base Directory Specification", which wants a relative path
     * in the variable ignored. macOS: Apple, "File System Programming Guide". Windows: Microsoft Learn,
     * "KNOWNFOLDERID", RoamingAppData.
     */
    public Path settings() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable("APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve(NAME);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return variable("XDG_CONFIG_HOME").filter(Path::isAbsolute)
                .orElse(home.resolve(".config"))
                .resolve(NAME.toLowerCase(Locale.ROOT));
    }

    /**
     * The folder for what the program itself keeps. Linux: freedesktop.org, "XDG Base Directory Specification". macOS:
     * Apple, "File System Programming Guide". Windows: Microsoft Learn, "KNOWNFOLDERID", LocalAppData: it stays on this
     * computer.
     */
    public Path data() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve(NAME);
        }
        if (system.startsWith("mac")) {
            return settings();
        }
        return variable("XDG_DATA_HOME").filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("share"))
                .resolve(NAME.toLowerCase(Locale.ROOT));
    }

    /**
     * The folder for the log. Windows: beside the program's own data, which stays on this computer. macOS: Apple,
     * "Technical Note TN2124", Console looks there. Linux: freedesktop.org, "XDG Base Directory Specification", which
     * names logs as an example of what belongs among a program's state.
     */
    public Path log() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return data().resolve("Logs");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Logs").resolve(NAME);
        }
        return variable("XDG_STATE_HOME").filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("state"))
                .resolve(NAME.toLowerCase(Locale.ROOT))
                .resolve("log");
    }

    /**
     * The folder for what an administrator sets for all users of this computer. Linux: Filesystem Hierarchy Standard,
     * "/etc"; {@code XDG_CONFIG_DIRS} does not count, since any user can set it. macOS: Apple, "File System Programming
     * Guide". Windows: Microsoft Learn, "KNOWNFOLDERID", ProgramData.
     */
    public Path everybody() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable("ProgramData").orElse(Path.of("C:\\ProgramData")).resolve(NAME);
        }
        return system.startsWith("mac")
                ? Path.of("/Library/Application Support", NAME)
                : Path.of("/etc", NAME.toLowerCase(Locale.ROOT));
    }

    /**
     * Creates a folder, and those it lies in, if they are not there yet; for the owner only, where the file system
     * knows owners.
     *
     * @throws IOException if that fails
     */
    public static void create(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private Optional<Path> variable(String name) {
        return environment.apply(name).filter(text -> !text.isBlank()).map(Path::of);
    }
}
