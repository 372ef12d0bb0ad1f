package cabinet;

import java.util.Arrays;

/**
 * Divides a frame into bytes and matches such that it takes few bits: finds the cheapest way from its start to each
 * position, as LZMA's encoder does. What a symbol will cost is guessed from how often it occurred before.
 */
final class LzxParser {
    /** For 16 matches at each position; so many never occur, and those beyond are not used. */
    private static final int ROOM = 16 * LzxFrame.SIZE;

    private final byte[] data;
    private final LzxMatchFinder finder;
    /** The matches at a position are those from its index up to that of the next. */
    private final int[] firstMatch = new int[LzxFrame.SIZE + 1];
    private final int[] matchLengths = new int[ROOM];
    private final int[] matchOffsets = new int[ROOM];
    /** The cheapest way to a position: its price, and its last step. */
    private final int[] prices = new int[LzxFrame.SIZE + 1];
    private final int[] stepLengths = new int[LzxFrame.SIZE + 1];
    private final int[] stepNumbers = new int[LzxFrame.SIZE + 1];
    /** The last distances, on the cheapest way to a position. */
    private final int[] recent = new int[(LzxFrame.SIZE + 1) * LzxOffsets.RECENT];
    private int start;
    private int size;

    LzxParser(byte[] data) {
        this.data = data;
        this.finder = new LzxMatchFinder(data);
        Arrays.fill(recent, 0, LzxOffsets.RECENT, 1);
    }

    /**
     * Divides the next frame.
     *
     * @param before how often symbols occurred before it
     */
    LzxFrame parse(int frameStart, LzxCounts before) {
        start = frameStart;
        size = Math.min(LzxFrame.SIZE, data.length - start);
        findMatches();
        return divide(LzxPrices.of(before));
    }

    /** The last distances at the frame's start. */
    int[] recentBefore() {
        return Arrays.copyOf(recent, LzxOffsets.RECENT);
    }

    /** The frame that was divided last is written with its matches. */
    void accept() {
        System.arraycopy(recent, size * LzxOffsets.RECENT, recent, 0, LzxOffsets.RECENT);
    }

    private void findMatches() {
        int count = 0;
        int skippedUntil = 0;
        for (int i = 0; i < size; i++) {
            firstMatch[i] = count;
            finder.enter(start + i);
            int longest = Math.min(LzxCounts.LONGEST, size - i);
            for (int match = 0; i >= skippedUntil && match < finder.found() && count < ROOM; match++) {
                int length = Math.min(finder.length(match), longest);
                int offset = finder.offset(match);
                if (length == LzxMatchFinder.ENOUGH) {
                    length = finder.commonLength(start + i - offset, start + i, length, longest);
                    // Inside a long match no other is looked for.
                    skippedUntil = i + length;
                }
                matchLengths[count] = length;
                matchOffsets[count] = offset;
                count++;
            }
        }
        firstMatch[size] = count;
    }

    private LzxFrame divide(LzxPrices price) {
        Arrays.fill(prices, 1, size + 1, Integer.MAX_VALUE);
        int i = 0;
        while (i < size) {
            int value = data[start + i] & 0xff;
            offer(i, 1, value, prices[i] + price.main()[value]);
            int longest = Math.max(offerRecent(i, price), offerMatches(i, price));
            // A long match is taken: ways that end inside it are hardly cheaper.
            i += longest > LzxMatchFinder.ENOUGH ? longest : 1;
            remember(i);
        }
        return collect();
    }

    /** A way to a position that lies so many bytes ahead. */
    private void offer(int from, int length, int number, int cost) {
        int to = from + length;
        if (cost < prices[to]) {
            prices[to] = cost;
            stepLengths[to] = length;
            stepNumbers[to] = number;
        }
    }

    /** Returns the longest length. */
    private int offerRecent(int i, LzxPrices price) {
        int position = start + i;
        int most = Math.min(LzxCounts.LONGEST, size - i);
        int longest = 0;
        for (int number = 0; number < LzxOffsets.RECENT; number++) {
            int earlier = position - recent[i * LzxOffsets.RECENT + number];
            if (earlier >= 0) {
                int length = finder.commonLength(earlier, position, 0, most);
                offerLengths(i, number, number, LzxCounts.SHORTEST, length, price);
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    /** Returns the longest length. */
    private int offerMatches(int i, LzxPrices price) {
        int longest = LzxCounts.SHORTEST;
        for (int match = firstMatch[i]; match < firstMatch[i + 1]; match++) {
            int number = LzxOffsets.number(matchOffsets[match]);
            offerLengths(i, number, LzxOffsets.slot(number), longest + 1, matchLengths[match], price);
            longest = matchLengths[match];
        }
        return longest;
    }

    private void offerLengths(int i, int number, int slot, int shortest, int longest, LzxPrices price) {
        int base = prices[i] + price.aligned(number, slot);
        int length = longest > LzxMatchFinder.ENOUGH ? longest : shortest;
        for (; length <= Math.min(longest, LzxCounts.FIRST_REST - 1); length++) {
            offer(i, length, number, base + price.main()[LzxCounts.head(slot, length)]);
        }
        int head = base + price.main()[LzxCounts.head(slot, LzxCounts.FIRST_REST)];
        for (; length <= longest; length++) {
            offer(i, length, number, head + price.length()[length - LzxCounts.FIRST_REST]);
        }
    }

    /** The last distances at a position, once the cheapest way to it is known. */
    private void remember(int i) {
        int before = (i - stepLengths[i]) * LzxOffsets.RECENT;
        int now = i * LzxOffsets.RECENT;
        int number = stepNumbers[i];
        System.arraycopy(recent, before, recent, now, LzxOffsets.RECENT);
        if (stepLengths[i] > 1) {
            if (number < LzxOffsets.RECENT) {
                recent[now + number] = recent[before];
                recent[now] = recent[before + number];
            } else {
                System.arraycopy(recent, before, recent, now + 1, LzxOffsets.RECENT - 1);
                recent[now] = number - LzxOffsets.number(0);
            }
        }
    }

    private LzxFrame collect() {
        int steps = 0;
        for (int i = size; i > 0; i -= stepLengths[i]) {
            steps++;
        }
        int[] lengths = new int[steps];
        int[] numbers = new int[steps];
        for (int i = size; i > 0; i -= stepLengths[i]) {
            steps--;
            lengths[steps] = stepLengths[i];
            numbers[steps] = stepNumbers[i];
        }
        return new LzxFrame(start, size, lengths, numbers);
    }
}
