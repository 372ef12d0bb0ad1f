package cabinet;

/**
 * How LZX writes the distance of a match: the numbers 0, 1 and 2 stand for the last three distances, every other
 * distance is written with 2 added. The number's slot is part of a symbol, the bits that a slot leaves open follow it.
 */
final class LzxOffsets {
    /** How many of the last distances have a number. */
    static final int RECENT = 3;
    /** For a window of 2 MiB. */
    static final int SLOTS = 50;
    /** The lowest bits of a number, which blocks of one kind give a code of their own. */
    static final int ALIGNED_BITS = 3;
    private static final int BITS_OF_LARGE_SLOTS = 17;
    private static final int FIRST_LARGE = 1 << (BITS_OF_LARGE_SLOTS + 1);
    private static final int FIRST_LARGE_SLOT = 36;

    private LzxOffsets() {}

    static int number(int offset) {
        return offset + RECENT - 1;
    }

    static int slot(int number) {
        if (number < 2) {
            return number;
        }
        if (number >= FIRST_LARGE) {
            return ((number - FIRST_LARGE) >> BITS_OF_LARGE_SLOTS) + FIRST_LARGE_SLOT;
        }
        int highest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
        return 2 * highest + ((number >> (highest - 1)) & 1);
    }

    /** How many bits a slot leaves open. */
    static int openBits(int slot) {
        return slot < FIRST_LARGE_SLOT ? Math.max(slot / 2 - 1, 0) : BITS_OF_LARGE_SLOTS;
    }
}
