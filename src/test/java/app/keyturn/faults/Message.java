package app.keyturn.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;

/**
 * An HTTP/1.1 request or response as sent over the wire.
 *
 * @param first the first line
 * @param headers by lower-case name
 * @param body empty if there is none
 */
record Message(String first, Map<String, String> headers, ByteString body) {
    private static final int LONGEST_LINE = 16 * 1024;

    /** Reads a request, or a response with a length. */
    static Message read(InputStream in) throws IOException {
        Message head = head(in);
        if (head.headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = size(in); size > 0; size = size(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
            return new Message(head.first, head.headers, ByteString.of(body.toByteArray()));
        }
        int length = Integer.parseInt(head.headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("Incomplete body");
        }
        return new Message(head.first, head.headers, ByteString.of(body));
    }

    /** Reads the head only. */
    static Message head(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            throw new EOFException("No more messages");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return new Message(first, headers, ByteString.EMPTY);
    }

    /** The second word of the first line: the target of a request, or the status of a response. */
    String secondWord() {
        return first.split(" ", 3)[1];
    }

    String method() {
        return first.split(" ", 2)[0];
    }

    String text() {
        return body.utf8();
    }

    /** The whole message. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(first).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    /** A copy with these headers added, and with the length of its body. */
    Message with(Map<String, String> others) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove("transfer-encoding");
        changed.putAll(others);
        if (body.size() > 0 || !first.contains(" 204 ")) {
            changed.putIfAbsent("content-length", Integer.toString(body.size()));
        }
        return new Message(first, changed, body);
    }

    /** A copy with another body. */
    Message with(ByteString other) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put("content-length", Integer.toString(other.size()));
        return new Message(first, changed, other);
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("Line too long");
            }
        }
        return line.toString();
    }
}
