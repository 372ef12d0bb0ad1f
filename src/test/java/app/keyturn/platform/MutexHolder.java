package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Path;

/** A program that locks a file and holds the lock until it is killed. */
final class MutexHolder {
    static final String LOCKED = "locked";

    private MutexHolder() {}

    /** The argument is the lock file. */
    public static void main(String[] arguments) throws IOException {
        FileMutex.runLocked(Path.of(arguments[0]), () -> {
            System.out.println(LOCKED);
            System.in.read();
        });
    }
}
