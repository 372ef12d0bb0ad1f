package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Path;

/** Tells whether somebody besides administrators may write to a file or folder. */
@FunctionalInterface
interface WriteAccess {
    /** Which part of a path is asked about. */
    enum Part {
        /** The file itself, or the folder it lies in: nobody may write to it. */
        CONTENT,
        /** A folder further up: nobody may take away or rename what lies in it. */
        FOLDER_ABOVE
    }

    /** Who may. */
    enum Answer {
        /** Administrators own it, and nobody else may. */
        ADMINISTRATORS_ONLY,
        /** Its owner is none. */
        NOT_AN_ADMINISTRATORS,
        /** Others may, too. */
        OTHERS_TOO,
        /** It cannot be told. */
        NOBODY_KNOWS
    }

    /**
     * Who may write there.
     *
     * @param place without symbolic links
     * @param part how it belongs to the path
     * @throws IOException if the system does not let it be looked at
     */
    Answer to(Path place, Part part) throws IOException;
}
