package cabinet;

import java.util.Arrays;

/**
 * The codes of a block, each for the symbols of the same name in {@link LzxCounts}.
 *
 * @param useAligned false if the lowest bits of distances are written as they are
 */
record LzxCodes(HuffmanCode main, HuffmanCode length, HuffmanCode aligned, boolean useAligned) {
    private static final int LONGEST_WORD = 16;
    private static final int LONGEST_ALIGNED_WORD = 7;
    private static final int ALIGNED_LENGTH_BITS = 3;
    private static final int VERBATIM_BLOCK = 1;
    private static final int ALIGNED_BLOCK = 2;
    private static final int BLOCK_KIND_BITS = 3;
    private static final int BLOCK_SIZE_BITS = 24;

    /** Those before the first block. */
    static LzxCodes none() {
        return new LzxCodes(HuffmanCode.none(LzxCounts.MAIN), HuffmanCode.none(LzxCounts.LENGTHS),
                HuffmanCode.none(LzxCounts.ALIGNED), false);
    }

    /** The best ones for symbols that occur so often. */
    static LzxCodes of(LzxCounts counts) {
        HuffmanCode aligned = HuffmanCode.of(counts.aligned(), LONGEST_ALIGNED_WORD);
        long saved = (long) LzxOffsets.ALIGNED_BITS * Arrays.stream(counts.aligned()).sum()
                - aligned.bits(counts.aligned());
        return new LzxCodes(HuffmanCode.of(counts.main(), LONGEST_WORD), HuffmanCode.of(counts.length(), LONGEST_WORD),
                aligned, saved > LzxCounts.ALIGNED * ALIGNED_LENGTH_BITS);
    }

    /**
     * The size of a block with these codes.
     *
     * @param counts how often its symbols occur
     * @param before the codes of the block before
     * @return a number of bits
     */
    long bits(LzxCounts counts, LzxCodes before) {
        LzxBitOutput head = new LzxBitOutput();
        writeHead(head, 0, before);
        long bits = head.bits() + main.bits(counts.main()) + length.bits(counts.length());
        for (int symbol = LzxCounts.BYTES; symbol < LzxCounts.MAIN; symbol++) {
            bits += (long) counts.main()[symbol] * LzxOffsets.openBits(LzxCounts.slot(symbol));
        }
        if (useAligned) {
            bits += aligned.bits(counts.aligned())
                    - (long) LzxOffsets.ALIGNED_BITS * Arrays.stream(counts.aligned()).sum();
        }
        return bits;
    }

    /**
     * Writes what stands before a block's symbols.
     *
     * @param size the block's number of bytes
     * @param before the codes of the block before; only differences are written
     */
    void writeHead(LzxBitOutput out, int size, LzxCodes before) {
        out.write(useAligned ? ALIGNED_BLOCK : VERBATIM_BLOCK, BLOCK_KIND_BITS);
        out.write(size, BLOCK_SIZE_BITS);
        if (useAligned) {
            for (int symbol = 0; symbol < aligned.size(); symbol++) {
                out.write(aligned.length(symbol), ALIGNED_LENGTH_BITS);
            }
        }
        LzxCodeLengths.write(out, before.main, main, 0, LzxCounts.BYTES);
        LzxCodeLengths.write(out, before.main, main, LzxCounts.BYTES, LzxCounts.MAIN);
        LzxCodeLengths.write(out, before.length, length, 0, LzxCounts.LENGTHS);
    }

    /** Writes a frame's symbols. */
    void write(LzxBitOutput out, LzxFrame frame) {
        for (int part = 0; part < frame.parts(); part++) {
            int number = frame.number(part);
            if (frame.isByte(part)) {
                out.write(main, number);
            } else {
                int matchLength = frame.length(part);
                int slot = LzxOffsets.slot(number);
                out.write(main, LzxCounts.head(slot, matchLength));
                if (matchLength >= LzxCounts.FIRST_REST) {
                    out.write(length, matchLength - LzxCounts.FIRST_REST);
                }
                writeOpenBits(out, number, LzxOffsets.openBits(slot));
            }
        }
    }

    private void writeOpenBits(LzxBitOutput out, int number, int bits) {
        int open = number & ((1 << bits) - 1);
        if (useAligned && bits >= LzxOffsets.ALIGNED_BITS) {
            out.write(open >> LzxOffsets.ALIGNED_BITS, bits - LzxOffsets.ALIGNED_BITS);
            out.write(aligned, open & (LzxCounts.ALIGNED - 1));
        } else {
            out.write(open, bits);
        }
    }
}
