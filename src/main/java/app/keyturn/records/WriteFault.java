package app.keyturn.records;

import app.keyturn.platform.CauseChain;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a file could not be written, as far as that can be told. The names are part of message keys. */
enum WriteFault {
    /** The user may not write there, or another program has the file open: Windows reports both in the same way. */
    NO_ACCESS,
    /** The disk is full. */
    NO_SPACE,
    /** The folder does not exist, or not any more. */
    GONE,
    /** The system reports something else. */
    OTHER;

    /** Less than any file system needs for another small file. */
    private static final long MIN_BYTES = 64 * 1024;

    /** The fault behind an exception. */
    static WriteFault of(IOException thrown, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return GONE;
        }
        try {
            FileStore disk = Files.getFileStore(folder);
            if (!disk.isReadOnly() && disk.getTotalSpace() > 0 && disk.getUsableSpace() < MIN_BYTES) {
                return NO_SPACE;
            }
        } catch (IOException notTold) {
            return OTHER;
        }
        return CauseChain.of(thrown).skip(1).anyMatch(FileSystemException.class::isInstance) ? NO_ACCESS : OTHER;
    }
}
