package app.keyturn.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The user's desktop, as far as the pages need it. */
public interface Desktop {
    /** The kind of desktop, for instructions that differ. */
    enum Kind {
        WINDOWS, MAC, OTHER
    }

    Kind kind();

    /**
     * Opens a page in the system's browser. May take half a second, so that a command that fails is noticed.
     *
     * @return false if no browser could be started, and the user has to copy the link
     */
    boolean open(URI page);

    /**
     * Opens a file or a folder with the system's program for it. May take half a second, so that a command that fails is
     * noticed.
     *
     * @return false if it does not exist or could not be opened
     */
    boolean open(Path place);

    /**
     * Opens a small file with the system's program for it. The file stays for a while where only the user can read it,
     * since the program may read it later.
     *
     * @param name file name with its extension
     * @return false if it could not be written or opened
     */
    boolean openCopy(String name, byte[] content);

    /** The address that really opens for a page: in practice mode, one on this computer. */
    default URI addressOf(URI page) {
        return page;
    }

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Puts a secret on the clipboard and, where the system can, keeps it out of the clipboard's history. */
    void copySecret(String secret);

    /** The text on the clipboard; read only when the user has pressed a button for it. */
    Optional<String> paste();

    /** Empties the clipboard if it still contains this text and the system allows it. */
    void forgetCopied(String text);

    /**
     * Asks where to save a file.
     *
     * @param suggestedName file name with its extension
     * @return empty if the user cancelled
     * @throws java.nio.file.InvalidPathException if the system does not allow the name that the user has typed
     */
    Optional<Path> chooseFile(String suggestedName);
}
