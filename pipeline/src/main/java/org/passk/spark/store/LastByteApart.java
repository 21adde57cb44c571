package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose last byte comes by a read of its own. The zstd decoder takes the end of the file for a good one when the
 * end of a frame and the beginning of a cut one came by the same read; the first byte that it reads after a frame by a
 * new read makes it ask for the frame's end.
 */
final class LastByteApart extends BlockStream {
    private final InputStream in;
    private final byte[] buffer;
    private int next;
    private int limit;
    private boolean ended;

    LastByteApart(InputStream in, int bufferBytes) {
        this.in = in;
        this.buffer = new byte[bufferBytes];
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended && limit - next < 2) {
            more();
        }
        if (next == limit) {
            return -1;
        }
        int count = Math.min(length, ended ? 1 : limit - next - 1);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    private void more() throws IOException {
        if (next < limit) {
            buffer[0] = buffer[next];
        }
        limit -= next;
        next = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
