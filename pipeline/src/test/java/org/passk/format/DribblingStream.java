package org.passk.format;

import java.io.InputStream;
import java.util.Random;

/** Bytes that arrive few at a time, as from a slow network. */
final class DribblingStream extends InputStream {
    private final byte[] bytes;
    private final int most;
    private final Random random;
    private int at;

    DribblingStream(byte[] bytes, int from, int most, long seed) {
        this.bytes = bytes;
        this.at = from;
        this.most = most;
        this.random = new Random(seed);
    }

    @Override
    public int read() {
        return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at >= bytes.length) {
            return -1;
        }
        int count = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(most));
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }
}
