package org.passk.tally;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * A set of sample indexes, at least 0, encoded as sorted differences of 7 bits a byte: about one byte an index for the
 * usual 0 … n − 1. Small indexes live in a bit set, rare huge ones in a sorted array. Not thread-safe.
 */
public final class IndexSet {
    private static final int DENSE_LIMIT = 1 << 20;

    private final BitSet dense = new BitSet();
    private long[] sparse = new long[0];

    /**
     * Adds an index.
     *
     * @param index at least 0
     * @return false when it was in the set already
     */
    public boolean add(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("index " + index + " is negative");
        }
        if (index < DENSE_LIMIT) {
            boolean added = !dense.get((int) index);
            dense.set((int) index);
            return added;
        }
        int at = Arrays.binarySearch(sparse, index);
        if (at >= 0) {
            return false;
        }
        int insertion = -at - 1;
        long[] grown = Arrays.copyOf(sparse, sparse.length + 1);
        System.arraycopy(sparse, insertion, grown, insertion + 1, sparse.length - insertion);
        grown[insertion] = index;
        sparse = grown;
        return true;
    }

    /**
     * Adds all indexes of an encoded set.
     *
     * @param encoded what {@link #encode} gave
     * @param repeated hears of each that was in this set already
     */
    public void addAll(byte[] encoded, LongConsumer repeated) {
        long index = -1;
        int position = 0;
        while (position < encoded.length) {
            long delta = 0;
            int shift = 0;
            byte next;
            do {
                next = encoded[position++];
                delta |= (long) (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            index += delta + 1;
            if (!add(index)) {
                repeated.accept(index);
            }
        }
    }

    /** How many indexes the set holds. */
    public int size() {
        return dense.cardinality() + sparse.length;
    }

    /** The set as bytes, equal for equal sets. */
    public byte[] encode() {
        byte[] buffer = new byte[size() + 16];
        int length = 0;
        long previous = -1;
        for (int i = dense.nextSetBit(0); i >= 0; i = dense.nextSetBit(i + 1)) {
            buffer = ensure(buffer, length);
            length = append(buffer, length, i - previous - 1);
            previous = i;
        }
        for (long i : sparse) {
            buffer = ensure(buffer, length);
            length = append(buffer, length, i - previous - 1);
            previous = i;
        }
        return Arrays.copyOf(buffer, length);
    }

    /** The smallest index; empty for the empty set. */
    public OptionalLong smallest() {
        int first = dense.nextSetBit(0);
        if (first >= 0) {
            return OptionalLong.of(first);
        }
        return sparse.length == 0 ? OptionalLong.empty() : OptionalLong.of(sparse[0]);
    }

    private static byte[] ensure(byte[] buffer, int length) {
        return buffer.length - length < 10 ? Arrays.copyOf(buffer, buffer.length * 2) : buffer;
    }

    private static int append(byte[] buffer, int length, long delta) {
        int at = length;
        long rest = delta;
        while (rest > 0x7f) {
            buffer[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[at++] = (byte) rest;
        return at;
    }
}
