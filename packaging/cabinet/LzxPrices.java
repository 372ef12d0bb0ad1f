package cabinet;

import java.util.Arrays;

/** How many bits each symbol is expected to take, in fractions of a bit. */
final class LzxPrices {
    /** One bit. */
    private static final int BIT = 64;

    private final int[] main;
    private final int[] length;
    private final int[] aligned;

    private LzxPrices(int[] main, int[] length, int[] aligned) {
        this.main = main;
        this.length = length;
        this.aligned = aligned;
    }

    static LzxPrices of(LzxCounts counts) {
        int[] main = prices(counts.main());
        for (int symbol = LzxCounts.BYTES; symbol < LzxCounts.MAIN; symbol++) {
            main[symbol] += BIT * LzxOffsets.openBits(LzxCounts.slot(symbol));
        }
        int[] aligned = prices(counts.aligned());
        for (int symbol = 0; symbol < aligned.length; symbol++) {
            aligned[symbol] -= BIT * LzxOffsets.ALIGNED_BITS;
        }
        return new LzxPrices(main, prices(counts.length()), aligned);
    }

    /** Of bytes, and of heads of matches with the bits that their slot leaves open. */
    int[] main() {
        return main;
    }

    /** Of the rests of long lengths. */
    int[] length() {
        return length;
    }

    /** What the lowest bits of a distance cost more than their number, or less, if some values occur more often. */
    int aligned(int number, int slot) {
        return LzxOffsets.openBits(slot) >= LzxOffsets.ALIGNED_BITS ? aligned[number & (LzxCounts.ALIGNED - 1)] : 0;
    }

    /** A symbol that does not occur is dear, but not too dear to occur. */
    private static int[] prices(int[] counts) {
        double total = Arrays.stream(counts).sum() + counts.length / 2.0;
        int[] prices = new int[counts.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = (int) Math.round(BIT * Math.log(total / (counts[i] + 0.5)) / Math.log(2));
        }
        return prices;
    }
}
