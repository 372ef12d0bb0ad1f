package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Path;

/** A process that can be asked something until it is killed. */
final class ListeningProcess {
    static final String LISTENING = "listening";

    private ListeningProcess() {}

    /**
     * Listens, and prints that it does.
     *
     * @param arguments the socket
     */
    public static void main(String[] arguments) throws IOException {
        InstanceSocket.listen(Path.of(arguments[0]), _ -> true).ifPresent(_ -> System.out.println(LISTENING));
        System.in.read();
    }
}
