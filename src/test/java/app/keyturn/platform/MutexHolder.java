package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Path;

/** A program that takes a turn, and does not end it by itself. */
final class MutexHolder {
    static final String TAKEN = "taken";

    private MutexHolder() {}

    /**
     * Takes it.
     *
     * @param arguments the file to be locked
     */
    public static void main(String[] arguments) throws IOException {
        FileMutex.take(Path.of(arguments[0]), () -> {
            System.out.println(TAKEN);
            System.in.read();
        });
    }
}
