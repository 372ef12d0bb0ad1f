package app.keyturn.wizard;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the pages need of the person's desktop. */
public interface Desktop {
    /**
     * Opens a page in the system's browser.
     *
     * @return false if no browser could be started, so that the link has to be copied by hand
     */
    boolean open(URI page);

    /** The address at which a page is really found: its own in earnest, one on this computer in practice. */
    default URI addressOf(URI page) {
        return page;
    }

    /** Puts a text on the clipboard. */
    void copy(String text);

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
