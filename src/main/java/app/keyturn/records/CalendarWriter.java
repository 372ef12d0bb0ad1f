package app.keyturn.records;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Turns a calendar into the bytes of a file. */
final class CalendarWriter {
    private static final int MAX_LINE_OCTETS = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private CalendarWriter() {}

    /** The calendar as UTF-8, in lines of at most 75 octets. */
    static byte[] write(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return fold(text.toString());
    }

    /**
     * Folds lines at 75 octets (RFC 5545, 3.1). The library counts characters, of which one can be four octets.
     *
     * @param unfolded lines that end in CRLF
     * @return UTF-8, without split characters
     */
    private static byte[] fold(String unfolded) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        int length = 0;
        for (int codePoint : unfolded.codePoints().toArray()) {
            byte[] octets = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            boolean lineEnd = codePoint == '\r' || codePoint == '\n';
            if (!lineEnd && length + octets.length > MAX_LINE_OCTETS) {
                folded.writeBytes(FOLD);
                length = 1;
            }
            folded.writeBytes(octets);
            length = lineEnd ? 0 : length + octets.length;
        }
        return folded.toByteArray();
    }
}
