package app.keyturn.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the pages need of the person's desktop. */
public interface Desktop {
    /** Whose ways a desktop has, where a person has to be told how to do something there. */
    enum Kind {
        /** Windows. */
        WINDOWS,
        /** macOS. */
        MAC,
        /** Any other. */
        OTHER
    }

    /** Whose ways it has. */
    Kind kind();

    /**
     * Opens a page in the system's browser.
     *
     * @return false if no browser could be started, so that the link has to be copied by hand
     */
    boolean open(URI page);

    /**
     * Opens a file or a folder of this computer, with what the system opens it with.
     *
     * @return false if it could not be opened
     */
    boolean open(Path place);

    /** The address at which a page is really found: its own in earnest, one on this computer in practice. */
    default URI addressOf(URI page) {
        return page;
    }

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Puts a secret on the clipboard, marked as nothing to be kept in a clipboard's history where the system can. */
    void copySecret(String secret);

    /** The text on the clipboard; read only when the person has pressed a button for it. */
    Optional<String> paste();

    /** Empties the clipboard if it still holds this text, if the system lets it. */
    void forgetCopied(String text);

    /**
     * Asks where to save a file.
     *
     * @param suggestedName file name with its ending
     * @return empty if the person changed their mind
     */
    Optional<Path> chooseFile(String suggestedName);
}
