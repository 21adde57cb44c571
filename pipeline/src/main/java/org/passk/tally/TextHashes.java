package org.passk.tally;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A multiset of 64-bit hashes of texts, from which the number of repeated texts follows. Encoded as the sorted hashes of
 * 8 bytes each. Not thread-safe.
 */
public final class TextHashes {
    private long[] hashes = new long[8];
    private int size;

    /** Adds the hash of one text. */
    public void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    /** Adds all hashes of an encoded multiset. */
    public void addAll(byte[] encoded) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        while (buffer.remaining() >= Long.BYTES) {
            add(buffer.getLong());
        }
    }

    /** How many texts are equal to another one that is counted already: size − number of distinct hashes. */
    public long repeated() {
        Arrays.sort(hashes, 0, size);
        long repeated = 0;
        for (int i = 1; i < size; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated++;
            }
        }
        return repeated;
    }

    /** The multiset as bytes, equal for equal multisets. */
    public byte[] encode() {
        Arrays.sort(hashes, 0, size);
        ByteBuffer buffer = ByteBuffer.allocate(size * Long.BYTES);
        for (int i = 0; i < size; i++) {
            buffer.putLong(hashes[i]);
        }
        return buffer.array();
    }
}
