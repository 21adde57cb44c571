package org.passk.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A stream cut into lines without ever holding a whole one: {@link #nextLine} stands on the next line, {@link #line} gives
 * its bytes as a stream that ends at the newline. The lines of a range [start, end) are those whose first byte lies in
 * it, so that adjoining ranges read every line exactly once. Counts positions in the stream's own bytes. Not thread-safe.
 */
final class LineInput {
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final long end;
    private final long maxLineBytes;
    private final byte[] buffer = new byte[BUFFER];
    private final CRC32C checksum = new CRC32C();
    private final Line line = new Line();
    private int next;
    private int limit;
    private boolean exhausted;
    private long position;
    private long lineStart;

    /**
     * Lines of a range.
     *
     * @param in stands on byte {@code start - 1}, or on byte 0 where start is 0
     * @param start first byte of the range
     * @param end first byte after the range
     * @param maxLineBytes longest line whose bytes are given out, at least 1
     */
    LineInput(InputStream in, long start, long end, long maxLineBytes) throws IOException {
        this.in = in;
        this.end = end;
        this.maxLineBytes = maxLineBytes;
        this.position = Math.max(0, start - 1);
        if (start > 0) {
            // The line that holds byte start - 1 belongs to the range before, unless that byte ends it.
            skipLine(false);
        } else {
            skipByteOrderMark();
        }
    }

    /** Moves to the next line of the range, over what is left of the current one; false when there is none. */
    boolean nextLine() throws IOException {
        line.finish();
        while (position < end && fill()) {
            if (buffer[next] == '\n' || (buffer[next] == '\r' && next + 1 < limit && buffer[next + 1] == '\n')) {
                skipLine(true);
                continue;
            }
            lineStart = position;
            line.begin();
            return true;
        }
        return false;
    }

    /** Where the current line begins. */
    long lineStart() {
        return lineStart;
    }

    /** The bytes of the current line, without its newline. */
    Line line() {
        return line;
    }

    /** CRC32C over the lines read so far, newlines included. */
    long checksum() {
        return checksum.getValue();
    }

    /** Position after the last byte that was consumed. */
    long position() {
        return position;
    }

    private void skipByteOrderMark() throws IOException {
        while (limit < 3 && !exhausted) {
            more();
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            consume(3, true);
        }
    }

    private void skipLine(boolean counted) throws IOException {
        // Within the range before, no line of this range begins; its reader finishes the line.
        while ((counted || position < end) && fill()) {
            int newline = newline(BUFFER);
            consume((newline < 0 ? limit : newline + 1) - next, counted);
            if (newline >= 0) {
                return;
            }
        }
    }

    /** Index of the first newline among the next bytes of the buffer, or -1. */
    private int newline(int bytes) {
        int stop = Math.min(limit, next + bytes);
        for (int i = next; i < stop; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void consume(int bytes, boolean counted) {
        if (counted) {
            checksum.update(buffer, next, bytes);
        }
        next += bytes;
        position += bytes;
    }

    private boolean fill() throws IOException {
        if (next < limit) {
            return true;
        }
        next = 0;
        limit = 0;
        more();
        return limit > 0;
    }

    private void more() throws IOException {
        if (exhausted) {
            return;
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            exhausted = true;
        } else {
            limit += read;
        }
    }

    /** The current line as a stream. */
    final class Line extends InputStream {
        private static final int HEAD = 4096;

        private final byte[] head = new byte[HEAD];
        private int headLength;
        private boolean ended = true;
        private long length;

        private void begin() {
            ended = false;
            length = 0;
            headLength = 0;
        }

        private void finish() throws IOException {
            while (!ended) {
                take(null, 0, BUFFER);
            }
        }

        /** The first bytes of the line, as far as they were read, at most 4,096. */
        byte[] head(int bytes) {
            return Arrays.copyOf(head, Math.min(bytes, headLength));
        }

        /** How many bytes of the line were consumed so far, its newline not counted. */
        long length() {
            return length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (length >= maxLineBytes) {
                throw new LineTooLongException(maxLineBytes);
            }
            return count == 0 ? 0 : take(target, offset, count);
        }

        private int take(byte[] target, int offset, int count) throws IOException {
            if (ended || !fill()) {
                ended = true;
                return -1;
            }
            int newline = newline(count);
            int bytes = Math.min(count, (newline < 0 ? limit : newline) - next);
            if (bytes == 0) {
                consume(1, true);
                ended = true;
                return -1;
            }
            if (headLength < HEAD) {
                int kept = Math.min(HEAD - headLength, bytes);
                System.arraycopy(buffer, next, head, headLength, kept);
                headLength += kept;
            }
            if (target != null) {
                System.arraycopy(buffer, next, target, offset, bytes);
            }
            consume(bytes, true);
            length += bytes;
            return bytes;
        }
    }
}
