package org.passk.spark.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The text of all members of a gzip file (RFC 1952). The JDK's GZIPInputStream believes {@code available()}, which many
 * file systems answer with 0, and ends without a word before a member whose header it cannot read: records would be
 * lost silently. Here the file ends at its end, or behind its last member in zeros, and all else is an exception.
 *
 * <p>The stream of commons-compress 1.28 throws away what it has decoded in the same read in which it meets the damage.
 */
final class GzipMembers extends BlockStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final byte[] buffer;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int next;
    private int limit;
    private long members;
    private boolean inMember;

    GzipMembers(InputStream in, int bufferBytes) {
        this.in = in;
        this.buffer = new byte[bufferBytes];
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || header()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                crc.update(target, offset, count);
                return count;
            }
            trailer();
        }
        return -1;
    }

    /** Some of the member's text; 0 at its end. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0 || inflater.finished()) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("it asks for a dictionary");
                }
                if (!fill()) {
                    throw new EOFException("unexpected end");
                }
                inflater.setInput(buffer, next, limit - next);
                next = limit;
            }
        } catch (DataFormatException e) {
            ZipException broken = new ZipException(String.valueOf(e.getMessage()));
            broken.initCause(e);
            throw broken;
        }
    }

    /** Reads the header of the next member; false at the end of the file. */
    private boolean header() throws IOException {
        int first = members == 0 ? require() : afterPadding();
        if (first < 0) {
            return false;
        }
        if (first != 0x1F || require() != 0x8B || require() != 8) {
            throw new ZipException(members == 0 ? "not in gzip format" : "no gzip member follows member " + members);
        }
        int flags = require();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown flags in the header of member " + (members + 1));
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = require();
            skip(low | require() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CRC) != 0 ? 2 : 0);
        inflater.reset();
        inflater.setInput(buffer, next, limit - next);
        next = limit;
        crc.reset();
        members++;
        inMember = true;
        return true;
    }

    private void trailer() throws IOException {
        next = limit - inflater.getRemaining();
        long sum = number();
        long length = number();
        if (sum != crc.getValue() || length != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("the checksum of member " + members + " does not hold");
        }
        inMember = false;
    }

    /** The first byte behind zeros, which tapes and block devices append; -1 at the end of the file. */
    private int afterPadding() throws IOException {
        while (fill()) {
            int value = buffer[next++] & 0xff;
            if (value != 0) {
                return value;
            }
        }
        return -1;
    }

    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) require() << shift;
        }
        return value;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            require();
        }
    }

    /** The name and the comment end with a zero. */
    private void skipText(boolean present) throws IOException {
        int last = present ? 1 : 0;
        while (last != 0) {
            last = require();
        }
    }

    private int require() throws IOException {
        if (!fill()) {
            throw new EOFException("unexpected end");
        }
        return buffer[next++] & 0xff;
    }

    private boolean fill() throws IOException {
        if (next == limit) {
            next = 0;
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return next < limit;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
