package app.keyturn.entra.signin;

import java.io.IOException;
import java.io.PushbackInputStream;

/**
 * The beginning of a TLS connection, as a browser makes one that changes {@code http} to {@code https}: a handshake
 * record (RFC 8446, section 5.1), or the older form of SSL 2.0 (RFC 5246, appendix E.2). No HTTP request begins so.
 */
final class TlsHello {
    /** How many bytes are looked at. */
    static final int LENGTH = 3;

    private static final int HANDSHAKE = 0x16;
    private static final int OLD_LENGTH_BIT = 0x80;
    private static final int OLD_CLIENT_HELLO = 1;

    private TlsHello() {}

    /**
     * Looks at the first bytes; they are read again later unless they are TLS.
     *
     * @param in can push back {@link #LENGTH} bytes
     * @throws IOException if the client is gone or too slow
     */
    static boolean follows(PushbackInputStream in) throws IOException {
        int first = in.read();
        if (first == HANDSHAKE) {
            return true;
        }
        if (first < OLD_LENGTH_BIT) {
            unread(in, first);
            return false;
        }
        int length = in.read();
        int kind = in.read();
        if (kind == OLD_CLIENT_HELLO) {
            return true;
        }
        unread(in, kind);
        unread(in, length);
        unread(in, first);
        return false;
    }

    private static void unread(PushbackInputStream in, int read) throws IOException {
        if (read >= 0) {
            in.unread(read);
        }
    }

    /** The fatal alert {@code protocol_version}, after which a browser does not wait any longer. */
    static byte[] refusal() {
        return new byte[]{0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46};
    }
}
