package cabinet;

import java.util.Arrays;

/** LZX's bits: 16 at a time, the first bit is the highest, each 16 as two bytes with the lower one first. */
final class LzxBitOutput {
    private static final int UNIT = 16;
    private byte[] bytes = new byte[1024];
    private int size;
    private long buffer;
    private int buffered;

    /** Appends the lowest bits of a value, at most 24. */
    void write(int value, int bits) {
        buffer = (buffer << bits) + value;
        buffered += bits;
        while (buffered >= UNIT) {
            buffered -= UNIT;
            int unit = (int) (buffer >> buffered);
            writeByte(unit);
            writeByte(unit >> Byte.SIZE);
        }
    }

    void write(HuffmanCode code, int symbol) {
        write(code.word(symbol), code.length(symbol));
    }

    /** Zeros up to the next 16 bits. */
    void align() {
        write(0, (UNIT - buffered) % UNIT);
    }

    /** Appends a byte as it is; the bits have to be aligned. */
    void writeByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /** The number of bits so far. */
    long bits() {
        return (long) size * Byte.SIZE + buffered;
    }

    /** The bits so far, which have to be aligned; then starts anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }
}
