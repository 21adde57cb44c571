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

    /**
     * Takes all hashes of an encoded multiset out, each once.
     *
     * @throws IllegalArgumentException if one of them is not there
     */
    public void removeAll(byte[] encoded) {
        Arrays.sort(hashes, 0, size);
        TextHashes other = new TextHashes();
        other.addAll(encoded);
        Arrays.sort(other.hashes, 0, other.size);
        int kept = 0;
        int taken = 0;
        for (int i = 0; i < size; i++) {
            if (taken < other.size && hashes[i] == other.hashes[taken]) {
                taken++;
            } else {
                hashes[kept++] = hashes[i];
            }
        }
        if (taken < other.size) {
            throw new IllegalArgumentException((other.size - taken) + " hashes to take out are not there");
        }
        size = kept;
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
