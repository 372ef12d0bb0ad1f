package cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds earlier occurrences of what follows a position. All positions that start with the same four bytes are in a
 * binary tree, sorted by what follows them, with the newest at its root, as in LZMA's encoder. A second table has the
 * newest position of each three bytes.
 */
final class LzxMatchFinder {
    static final int WINDOW = 1 << 21;
    /** The decoder's window does not hold what is farther back. */
    static final int MAX_OFFSET = WINDOW - 3;
    /** The longest match that is looked for; what is longer is found by comparing further. */
    static final int ENOUGH = 64;
    /** How many nodes of a tree are visited. */
    private static final int DEPTH = 16;
    private static final int SHORT_HASH_BITS = 16;
    private static final int HASH_BITS = 19;
    private static final int MIX = 0x9E3779B1;
    private static final int NONE = -1;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] data;
    private final int[] newestShort = filled(1 << SHORT_HASH_BITS);
    private final int[] roots = filled(1 << HASH_BITS);
    /** For each position in the window, the subtree of smaller and the one of greater strings. */
    private final int[] children = filled(2 * WINDOW);
    private final int[] lengths = new int[DEPTH + 2];
    private final int[] offsets = new int[DEPTH + 2];
    private int found;

    LzxMatchFinder(byte[] data) {
        this.data = data;
    }

    private static int[] filled(int size) {
        int[] table = new int[size];
        Arrays.fill(table, NONE);
        return table;
    }

    /** Enters a position. Each has to be entered, in ascending order. Then the matches are known. */
    void enter(int position) {
        found = 0;
        int limit = Math.min(ENOUGH, data.length - position);
        if (limit < Integer.BYTES) {
            return;
        }
        int start = (int) INT.get(data, position);
        int shortHash = hash(start << Byte.SIZE, SHORT_HASH_BITS);
        int near = newestShort[shortHash];
        newestShort[shortHash] = position;
        if (near != NONE && position - near <= MAX_OFFSET) {
            int length = commonLength(near, position, 0, limit);
            if (length > 2) {
                add(length, position - near);
            }
        }
        int hash = hash(start, HASH_BITS);
        int root = roots[hash];
        roots[hash] = position;
        insert(position, root, limit);
    }

    private static int hash(int bytes, int bits) {
        return (bytes * MIX) >>> (Integer.SIZE - bits);
    }

    /** The number of matches; each is longer than those before it, and farther back. */
    int found() {
        return found;
    }

    int length(int match) {
        return lengths[match];
    }

    int offset(int match) {
        return offsets[match];
    }

    private void add(int length, int offset) {
        lengths[found] = length;
        offsets[found] = offset;
        found++;
    }

    /** Makes the position the root of the tree, and splits the tree that was there into its two subtrees. */
    private void insert(int position, int root, int limit) {
        int longest = found == 0 ? 2 : lengths[0];
        int smaller = child(position);
        int greater = smaller + 1;
        int smallerLength = 0;
        int greaterLength = 0;
        int node = root;
        for (int depth = 0; depth < DEPTH && node != NONE && position - node <= MAX_OFFSET; depth++) {
            int length = commonLength(node, position, Math.min(smallerLength, greaterLength), limit);
            int below = child(node);
            if (length > longest) {
                longest = length;
                add(length, position - node);
            }
            if (length == limit) {
                children[smaller] = children[below];
                children[greater] = children[below + 1];
                return;
            }
            if ((data[node + length] & 0xff) < (data[position + length] & 0xff)) {
                children[smaller] = node;
                smaller = below + 1;
                node = children[smaller];
                smallerLength = length;
            } else {
                children[greater] = node;
                greater = below;
                node = children[greater];
                greaterLength = length;
            }
        }
        children[smaller] = NONE;
        children[greater] = NONE;
    }

    private static int child(int position) {
        return (position & (WINDOW - 1)) << 1;
    }

    /** How many bytes are the same from two positions on, of which the first ones are known to be. */
    int commonLength(int earlier, int position, int known, int limit) {
        int length = known;
        while (length + Long.BYTES <= limit) {
            long difference = (long) LONG.get(data, earlier + length) ^ (long) LONG.get(data, position + length);
            if (difference != 0) {
                return length + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
            }
            length += Long.BYTES;
        }
        while (length < limit && data[earlier + length] == data[position + length]) {
            length++;
        }
        return length;
    }
}
