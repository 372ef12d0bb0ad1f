package cabinet;

import java.util.Arrays;

/**
 * A canonical Huffman code whose code words are limited in length: shorter words come first, and among equally long
 * ones the word of the smaller symbol. Source: Microsoft, "[MS-PATCH] LZX DELTA Compression and Decompression", section
 * "Huffman Trees".
 */
final class HuffmanCode {
    private static final int SYMBOL_BITS = 10;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    private final int[] lengths;
    private final int[] words;

    private HuffmanCode(int[] lengths, int[] words) {
        this.lengths = lengths;
        this.words = words;
    }

    /** A code without words. */
    static HuffmanCode none(int symbols) {
        return new HuffmanCode(new int[symbols], new int[symbols]);
    }

    /**
     * A code for symbols that occur so often. It has two words at least, since decoders refuse a code that leaves bits
     * without a meaning.
     *
     * @param counts how often each of at most 1024 symbols occurs
     * @param limit the greatest length of a word
     */
    static HuffmanCode of(int[] counts, int limit) {
        long[] sorted = sorted(counts);
        int[] lengths = new int[counts.length];
        assign(sorted, lengths);
        while (Arrays.stream(lengths).max().orElse(0) > limit) {
            // Rare symbols get shorter words when all counts become more alike.
            for (int i = 0; i < sorted.length; i++) {
                long count = sorted[i] >> SYMBOL_BITS;
                sorted[i] = entry((count + 1) / 2, (int) sorted[i] & SYMBOL_MASK);
            }
            Arrays.sort(sorted);
            assign(sorted, lengths);
        }
        return new HuffmanCode(lengths, words(lengths, limit));
    }

    /** The number of symbols. */
    int size() {
        return lengths.length;
    }

    /** The length of a symbol's word in bits; 0 if it has none. */
    int length(int symbol) {
        return lengths[symbol];
    }

    int word(int symbol) {
        return words[symbol];
    }

    /** The number of bits that symbols take which occur so often. */
    long bits(int[] counts) {
        long bits = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            bits += (long) counts[symbol] * lengths[symbol];
        }
        return bits;
    }

    /** The symbols that occur, the rarest first; each is a count and, in its lowest bits, a symbol. */
    private static long[] sorted(int[] counts) {
        long[] used = new long[Math.max(counts.length, 2)];
        int size = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                used[size++] = entry(counts[symbol], symbol);
            }
        }
        for (int symbol = 0; size < 2; symbol++) {
            if (counts[symbol] == 0) {
                used[size++] = entry(1, symbol);
            }
        }
        used = Arrays.copyOf(used, size);
        Arrays.sort(used);
        return used;
    }

    private static long entry(long count, int symbol) {
        return (count << SYMBOL_BITS) + symbol;
    }

    /** Joins the two rarest nodes until one is left; a symbol's length is its depth in the tree. */
    private static void assign(long[] sorted, int[] lengths) {
        int leaves = sorted.length;
        long[] weights = new long[2 * leaves - 1];
        for (int i = 0; i < leaves; i++) {
            weights[i] = sorted[i] >> SYMBOL_BITS;
        }
        int[] parents = new int[2 * leaves - 1];
        int leaf = 0;
        int inner = leaves;
        for (int node = leaves; node < weights.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < leaves && (inner == node || weights[leaf] <= weights[inner]);
                int taken = takeLeaf ? leaf++ : inner++;
                weights[node] += weights[taken];
                parents[taken] = node;
            }
        }
        int[] depths = new int[weights.length];
        for (int node = weights.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        for (int i = 0; i < leaves; i++) {
            lengths[(int) (sorted[i] & SYMBOL_MASK)] = depths[i];
        }
    }

    private static int[] words(int[] lengths, int limit) {
        int[] next = new int[limit + 2];
        for (int length : lengths) {
            if (length > 0) {
                next[length + 1]++;
            }
        }
        for (int length = 1; length < next.length; length++) {
            next[length] = 2 * (next[length] + next[length - 1]);
        }
        int[] words = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                words[symbol] = next[lengths[symbol]]++;
            }
        }
        return words;
    }
}
