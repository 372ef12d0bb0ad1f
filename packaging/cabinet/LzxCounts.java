package cabinet;

/** How often each symbol occurs. */
final class LzxCounts {
    static final int BYTES = 256;
    /** How many lengths a slot has in the main symbols; the last of them means that the rest follows. */
    static final int HEADS = 8;
    static final int MAIN = BYTES + HEADS * LzxOffsets.SLOTS;
    static final int SHORTEST = 2;
    /** The shortest match whose length has a rest. */
    static final int FIRST_REST = SHORTEST + HEADS - 1;
    static final int LONGEST = 257;
    static final int LENGTHS = LONGEST - FIRST_REST + 1;
    static final int ALIGNED = 1 << LzxOffsets.ALIGNED_BITS;

    private final int[] main;
    private final int[] length;
    private final int[] aligned;

    /** None so far. */
    LzxCounts() {
        this(new int[MAIN], new int[LENGTHS], new int[ALIGNED]);
    }

    private LzxCounts(int[] main, int[] length, int[] aligned) {
        this.main = main;
        this.length = length;
        this.aligned = aligned;
    }

    /** Of bytes, and of the heads of matches: a slot of {@link LzxOffsets} and a length, if it is not too long. */
    int[] main() {
        return main;
    }

    /** Of the rests of longer lengths. */
    int[] length() {
        return length;
    }

    /** Of the lowest bits of distances. */
    int[] aligned() {
        return aligned;
    }

    /** The main symbol of a match. */
    static int head(int slot, int length) {
        return BYTES + slot * HEADS + Math.min(length - SHORTEST, HEADS - 1);
    }

    /** The slot in a main symbol that is not a byte. */
    static int slot(int head) {
        return (head - BYTES) / HEADS;
    }

    void addByte(int value) {
        main[value]++;
    }

    void addMatch(int number, int matchLength) {
        int slot = LzxOffsets.slot(number);
        main[head(slot, matchLength)]++;
        if (matchLength >= FIRST_REST) {
            length[matchLength - FIRST_REST]++;
        }
        if (LzxOffsets.openBits(slot) >= LzxOffsets.ALIGNED_BITS) {
            aligned[number & (ALIGNED - 1)]++;
        }
    }

    LzxCounts plus(LzxCounts other) {
        return new LzxCounts(sum(main, other.main), sum(length, other.length), sum(aligned, other.aligned));
    }

    private static int[] sum(int[] first, int[] second) {
        int[] sum = new int[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first[i] + second[i];
        }
        return sum;
    }
}
