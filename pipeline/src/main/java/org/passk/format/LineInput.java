package org.passk.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A stream cut into lines without ever holding a whole one: {@link #nextLine} stands on the next line, {@link #line} gives
 * its bytes as a stream that ends at the newline. The lines of a range [start, end) are those whose first byte lies in
 * it, so that adjoining ranges read every line exactly once; a byte order mark belongs to the range that holds the
 * file's first byte, and with it the line behind it. Counts positions in the stream's own bytes. Not thread-safe.
 */
final class LineInput {
    private static final int BUFFER = 1 << 18;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;

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
    private long markEnd = -1;

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
        while (isInRange() && fill()) {
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

    /** Whether a line that begins here belongs to the range. */
    private boolean isInRange() {
        return position < end || (position == markEnd && end > 0);
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
            markEnd = position;
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
        int i = next;
        // Eight bytes at a time: a byte of x is 0 where the buffer has a newline, and (x - ONES) & ~x has the high bit
        // of
        // a byte set where x has its first 0 (Lamport, CACM 18(8), 1975; Warren, Hacker's Delight, 6-1).
        for (; i <= stop - Long.BYTES; i += Long.BYTES) {
            long x = (long) EIGHT_BYTES.get(buffer, i) ^ ('\n' * ONES);
            long found = (x - ONES) & ~x & HIGH_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        for (; i < stop; i++) {
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
        private final Utf8Check utf8 = new Utf8Check();
        private boolean illFormed;
        private boolean ended = true;
        private long length;

        private void begin() {
            ended = false;
            length = 0;
            headLength = 0;
            illFormed = false;
            utf8.begin();
        }

        private void finish() throws IOException {
            while (!ended) {
                take(null, 0, BUFFER);
            }
        }

        /** Reads on until the head is as long as it can be: how far the line was read by chance does not show in it. */
        void completeHead(int bytes) throws IOException {
            int wanted = Math.min(bytes, HEAD);
            while (!ended && headLength < wanted) {
                take(null, 0, wanted - headLength);
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
            if (count == 0) {
                return 0;
            }
            if (illFormed) {
                throw noUtf8();
            }
            if (length >= maxLineBytes && !ended && fill() && buffer[next] != '\n') {
                throw new LineTooLongException(maxLineBytes);
            }
            long from = length;
            int bytes = take(target, offset, (int) Math.min(count, Math.max(1, maxLineBytes - length)));
            if (bytes < 0) {
                if (!utf8.isComplete()) {
                    throw noUtf8();
                }
                return bytes;
            }
            requireNoNul(target, offset, bytes, from);
            int good = utf8.scan(target, offset, offset + bytes) - offset;
            // What stands before the damage is given out first: however the bytes arrive, the reader sees the same.
            illFormed = good < bytes;
            if (good == 0) {
                throw noUtf8();
            }
            return good;
        }

        /**
         * Refuses the first bytes by which JSON parsers recognise UTF-16 and UTF-32, so that none of them guesses: a
         * damaged line would be decoded as something that it is not.
         */
        private void requireNoNul(byte[] target, int offset, int bytes, long from) throws CharConversionException {
            for (int i = 0; i < bytes && from + i < 4; i++) {
                if (target[offset + i] == 0) {
                    throw noUtf8();
                }
            }
        }

        private CharConversionException noUtf8() {
            return new CharConversionException("the record is no UTF-8 text");
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
