package app.keyturn.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** An answer of 50 MB. */
final class EndlessBody {
    private static final long ALL = 50L * 1024 * 1024;
    private static final int AT_ONCE = 16 * 1024;
    /** Small, so that bytes sent are bytes read. */
    private static final int UNDER_WAY = 64 * 1024;

    private final AtomicLong mostTaken = new AtomicLong();

    /** Sends it until the client stops reading. */
    void sendTo(Socket client, OutputStream out) throws IOException {
        client.setSendBufferSize(UNDER_WAY);
        out.write(("HTTP/1.1 200 \r\ncontent-type: application/json\r\ncontent-length: " + ALL + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        byte[] some = " ".repeat(AT_ONCE).getBytes(ISO_8859_1);
        for (long sent = some.length; sent <= ALL; sent += some.length) {
            out.write(some);
            mostTaken.accumulateAndGet(sent, Math::max);
        }
    }

    /** Bytes that were read; the largest number, if it was sent several times. */
    long mostTaken() {
        return mostTaken.get();
    }
}
