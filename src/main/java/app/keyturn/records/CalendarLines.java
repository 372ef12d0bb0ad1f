package app.keyturn.records;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Folds a calendar's lines at 75 octets (RFC 5545, 3.1). The library counts characters, of which one can be four
 * octets.
 */
final class CalendarLines {
    private static final int LONGEST = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private CalendarLines() {}

    /**
     * Folds.
     *
     * @param unfolded lines that end in CRLF
     * @return UTF-8, no character cut in two
     */
    static byte[] fold(String unfolded) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        int length = 0;
        for (int codePoint : unfolded.codePoints().toArray()) {
            byte[] octets = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            boolean lineEnd = codePoint == '\r' || codePoint == '\n';
            if (!lineEnd && length + octets.length > LONGEST) {
                folded.writeBytes(FOLD);
                length = 1;
            }
            folded.writeBytes(octets);
            length = lineEnd ? 0 : length + octets.length;
        }
        return folded.toByteArray();
    }
}
