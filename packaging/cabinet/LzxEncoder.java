package cabinet;

import java.util.ArrayList;
import java.util.List;

/**
 * Compresses data with LZX as cabinets use it, with a window of 2 MiB. Calls in programs are not translated, since most of
 * an image is not machine code. Sources: Microsoft, "LZX Compression" in the Cabinet SDK, and "[MS-PATCH] LZX DELTA
 * Compression and Decompression", which describes a variant with reference data.
 *
 * <p>The data is written in frames of 32 KiB. A block is one frame or more that share their codes: a frame joins the block
 * before it if both together take fewer bits than apart. A frame that compression would make longer is stored as it is.
 */
final class LzxEncoder {
    /** The most bytes in a block; its size has 24 bits. */
    private static final int MOST_IN_BLOCK = 1 << 20;
    private static final int STORED_BLOCK = 3;
    private static final int BLOCK_KIND_BITS = 3;
    private static final int BLOCK_SIZE_BITS = 24;

    private final byte[] data;
    private final LzxParser parser;
    private final LzxBitOutput out = new LzxBitOutput();
    private final List<byte[]> written = new ArrayList<>();
    private LzxCodes before = LzxCodes.none();
    /** The block that may grow; empty if there is none. */
    private final List<LzxFrame> block = new ArrayList<>();
    private LzxCounts counts = new LzxCounts();
    private LzxCodes codes = LzxCodes.of(counts);

    private LzxEncoder(byte[] data) {
        this.data = data;
        this.parser = new LzxParser(data);
    }

    /** The compressed frames, each of {@link LzxFrame#SIZE} bytes of the data, or less at its end. */
    static List<byte[]> encode(byte[] data) {
        return new LzxEncoder(data).encode();
    }

    private List<byte[]> encode() {
        // Calls are not translated.
        out.write(0, 1);
        for (int start = 0; start < data.length; start += LzxFrame.SIZE) {
            add(parser.parse(start, counts));
        }
        writeBlock();
        return List.copyOf(written);
    }

    private void add(LzxFrame frame) {
        LzxCodes own = LzxCodes.of(frame.counts());
        long bits = own.bits(frame.counts(), codesBeforeNext());
        if (bits >= (long) frame.size() * Byte.SIZE) {
            writeBlock();
            writeStored(frame);
            return;
        }
        parser.accept();
        LzxCounts bothCounts = counts.plus(frame.counts());
        LzxCodes both = LzxCodes.of(bothCounts);
        boolean full = block.size() * LzxFrame.SIZE >= MOST_IN_BLOCK;
        if (full || both.bits(bothCounts, before) > codes.bits(counts, before) + bits) {
            writeBlock();
            bothCounts = frame.counts();
            both = own;
        }
        block.add(frame);
        counts = bothCounts;
        codes = both;
    }

    private LzxCodes codesBeforeNext() {
        return block.isEmpty() ? before : codes;
    }

    private void writeBlock() {
        if (block.isEmpty()) {
            return;
        }
        codes.writeHead(out, block.stream().mapToInt(LzxFrame::size).sum(), before);
        for (LzxFrame frame : block) {
            codes.write(out, frame);
            endFrame();
        }
        before = codes;
        block.clear();
        counts = new LzxCounts();
    }

    private void writeStored(LzxFrame frame) {
        out.write(STORED_BLOCK, BLOCK_KIND_BITS);
        out.write(frame.size(), BLOCK_SIZE_BITS);
        // There are bits before the bytes, so if all 16 are used, 16 more follow.
        out.write(0, 1);
        out.align();
        for (int offset : parser.recentBefore()) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                out.writeByte(offset >> shift);
            }
        }
        for (int i = 0; i < frame.size(); i++) {
            out.writeByte(data[frame.start() + i]);
        }
        if (frame.size() % 2 == 1) {
            out.writeByte(0);
        }
        endFrame();
    }

    private void endFrame() {
        out.align();
        written.add(out.take());
    }
}
