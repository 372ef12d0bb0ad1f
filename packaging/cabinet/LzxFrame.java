package cabinet;

/** 32 KiB of the data, or what is left at its end, divided into bytes and matches. */
final class LzxFrame {
    static final int SIZE = 1 << 15;

    private final int start;
    private final int size;
    private final int[] lengths;
    private final int[] numbers;
    private final LzxCounts counts = new LzxCounts();

    /**
     * A frame.
     *
     * @param start where it starts in the data
     * @param size its number of bytes
     * @param lengths the lengths of its matches; 1 is a byte
     * @param numbers the matches' distances as in {@link LzxOffsets}, or the bytes
     */
    LzxFrame(int start, int size, int[] lengths, int[] numbers) {
        this.start = start;
        this.size = size;
        this.lengths = lengths;
        this.numbers = numbers;
        for (int i = 0; i < lengths.length; i++) {
            if (isByte(i)) {
                counts.addByte(numbers[i]);
            } else {
                counts.addMatch(numbers[i], lengths[i]);
            }
        }
    }

    int start() {
        return start;
    }

    int size() {
        return size;
    }

    /** The number of bytes and matches. */
    int parts() {
        return lengths.length;
    }

    boolean isByte(int part) {
        return lengths[part] == 1;
    }

    int length(int part) {
        return lengths[part];
    }

    /** The distance of a match as in {@link LzxOffsets}, or the byte. */
    int number(int part) {
        return numbers[part];
    }

    LzxCounts counts() {
        return counts;
    }
}
