package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Path;

/** Finds out who may write to a file or folder. */
@FunctionalInterface
interface WriteAccess {
    /** How a file or folder belongs to the path of the trusted file. */
    enum Part {
        /** The file itself, or the folder it is in: only administrators may write to it. */
        CONTENT,
        /** A folder further up: only administrators may delete or rename its content. */
        ANCESTOR
    }

    /** Who may write. */
    enum Writers {
        /** Administrators own it, and only they may write. */
        ADMINISTRATORS_ONLY,
        /** The owner is not an administrator. */
        NOT_OWNED_BY_ADMINISTRATORS,
        /** Other users may write, too. */
        OTHERS_TOO,
        /** The file system does not say. */
        UNKNOWN
    }

    /**
     * Who may write there.
     *
     * @param path without symbolic links
     * @throws IOException if owner or permissions cannot be read
     */
    Writers of(Path path, Part part) throws IOException;
}
