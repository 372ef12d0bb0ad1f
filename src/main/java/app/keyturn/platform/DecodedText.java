package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a file that a person may have saved with an editor. Windows Notepad can put a byte order mark in front of
 * UTF-8, and writes UTF-16 with one (Microsoft Learn, "Using Byte Order Marks").
 *
 * @param text without byte order marks at its beginning
 * @param encoding how it was stored
 */
public record DecodedText(String text, Encoding encoding) {
    private static final char MARK = '\uFEFF';

    /** How a text can be stored. */
    public enum Encoding {
        UTF_8_WITH_MARK(UTF_8, true), UTF_16_LE(UTF_16LE, true), UTF_16_BE(UTF_16BE, true),
        /** UTF-8 without a mark, as this program writes it. */
        PLAIN_UTF_8(UTF_8, false);

        private final Charset charset;
        private final boolean marked;

        Encoding(Charset charset, boolean marked) {
            this.charset = charset;
            this.marked = marked;
        }

        private byte[] mark() {
            return marked ? String.valueOf(MARK).getBytes(charset) : new byte[0];
        }

        private boolean fits(byte[] content) {
            byte[] mark = mark();
            return content.length >= mark.length && Arrays.equals(mark, 0, mark.length, content, 0, mark.length);
        }
    }

    /**
     * Decodes a file.
     *
     * @return empty if it is not text in one of the encodings; replacement characters are never inserted
     */
    public static Optional<DecodedText> decode(byte[] content) {
        Encoding encoding = Arrays.stream(Encoding.values()).filter(it -> it.fits(content)).findFirst().orElseThrow();
        try {
            String text = encoding.charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            int begin = 0;
            while (begin < text.length() && text.charAt(begin) == MARK) {
                begin++; // an editor may have put a second one in front
            }
            // A null character: UTF-16 without a mark, UTF-32, or no text at all.
            return text.indexOf('\0') < 0
                    ? Optional.of(new DecodedText(text.substring(begin), encoding))
                    : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** Another text, stored like this one. */
    public byte[] encode(String newText) {
        return ((encoding.marked ? String.valueOf(MARK) : "") + newText).getBytes(encoding.charset);
    }
}
