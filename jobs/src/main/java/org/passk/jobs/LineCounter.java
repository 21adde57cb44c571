package org.passk.jobs;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the newlines of a stream that passes through it, and tells the line of a position that was read a short while
 * ago. Holds the last {@value #WINDOW} newlines, more than the buffer of any reader above it. Not thread-safe.
 */
final class LineCounter extends InputStream {
    private static final int WINDOW = 1 << 19;

    private final InputStream in;
    private final long[] newlines = new long[WINDOW];
    private long count;
    private long position;

    LineCounter(InputStream in) {
        this.in = in;
    }

    /**
     * The line that holds a byte.
     *
     * @param byteOffset 0-based, not after what was read
     * @return from 1; 0 when the byte lies too far back
     */
    long lineOf(long byteOffset) {
        long low = Math.max(0, count - WINDOW);
        if (low > 0 && newlines[(int) (low % WINDOW)] >= byteOffset) {
            return 0;
        }
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (newlines[(int) (middle % WINDOW)] < byteOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low + 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        for (int i = 0; i < read; i++) {
            if (target[offset + i] == '\n') {
                newlines[(int) (count++ % WINDOW)] = position + i;
            }
        }
        position += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
