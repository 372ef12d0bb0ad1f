package cabinet;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the lengths of code words as differences from those of the block before, with a code of their own, which stands
 * before them and has symbols for repetitions.
 */
final class LzxCodeLengths {
    private static final int LONGEST_WORD = 15;
    private static final int LENGTH_BITS = 4;
    private static final int SYMBOLS = 20;
    /** One more than the longest word: differences are taken modulo it. */
    private static final int MODULUS = 17;
    private static final int SHORT_ZEROS = 17;
    private static final int SHORT_ZEROS_BITS = 4;
    private static final int LEAST_SHORT_ZEROS = 4;
    private static final int LONG_ZEROS = 18;
    private static final int LONG_ZEROS_BITS = 5;
    private static final int LEAST_LONG_ZEROS = 20;
    private static final int MOST_LONG_ZEROS = 51;
    private static final int SAME = 19;
    private static final int SAME_BITS = 1;
    private static final int LEAST_SAME = 4;
    private static final int MOST_SAME = 5;

    /** A symbol, and the bits after it. */
    private record Item(int symbol, int extra, int extraBits) {}

    private LzxCodeLengths() {}

    /** Writes the lengths in a range of symbols. */
    static void write(LzxBitOutput out, HuffmanCode before, HuffmanCode written, int from, int to) {
        List<Item> items = items(before, written, from, to);
        int[] counts = new int[SYMBOLS];
        items.forEach(item -> counts[item.symbol()]++);
        HuffmanCode code = HuffmanCode.of(counts, LONGEST_WORD);
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            out.write(code.length(symbol), LENGTH_BITS);
        }
        for (Item item : items) {
            out.write(code, item.symbol());
            out.write(item.extra(), item.extraBits());
        }
    }

    private static List<Item> items(HuffmanCode before, HuffmanCode written, int from, int to) {
        List<Item> items = new ArrayList<>();
        int at = from;
        while (at < to) {
            int length = written.length(at);
            int run = run(written, at, to);
            int difference = (before.length(at) - length + MODULUS) % MODULUS;
            if (length == 0 && run >= LEAST_LONG_ZEROS) {
                run = Math.min(run, MOST_LONG_ZEROS);
                items.add(new Item(LONG_ZEROS, run - LEAST_LONG_ZEROS, LONG_ZEROS_BITS));
            } else if (length == 0 && run >= LEAST_SHORT_ZEROS) {
                items.add(new Item(SHORT_ZEROS, run - LEAST_SHORT_ZEROS, SHORT_ZEROS_BITS));
            } else if (run >= LEAST_SAME) {
                run = Math.min(run, MOST_SAME);
                items.add(new Item(SAME, run - LEAST_SAME, SAME_BITS));
                items.add(new Item(difference, 0, 0));
            } else {
                run = 1;
                items.add(new Item(difference, 0, 0));
            }
            at += run;
        }
        return items;
    }

    private static int run(HuffmanCode written, int from, int to) {
        int end = from + 1;
        while (end < to && written.length(end) == written.length(from)) {
            end++;
        }
        return end - from;
    }
}
