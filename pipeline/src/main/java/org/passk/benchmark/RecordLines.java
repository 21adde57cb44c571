package org.passk.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a problem file, each bounded, so that a file that is no problem file does not end in a lack of memory. */
final class RecordLines {
    /** Far above any problem, whose tests may have tens of megabytes; such a line takes 128 MB at most. */
    static final int MAX_CHARS = 1 << 26;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int next;
    private int limit;
    private boolean skipNewline;
    private long position;
    private long lineStart;
    private long lineEnd;

    /**
     * Lines.
     *
     * @param in decodes the file; not closed here
     */
    RecordLines(Reader in) {
        this.in = in;
    }

    /** A line that no problem file has. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("longer than " + MAX_CHARS + " characters", null, false, false);
        }
    }

    /** The next line without its end, which is a newline, a carriage return or both; empty at the end of the file. */
    Optional<String> next() throws IOException, TooLong {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        while (fill()) {
            if (!any) {
                any = true;
                lineStart = position;
            }
            int from = next;
            while (next < limit && buffer[next] != '\n' && buffer[next] != '\r') {
                next++;
            }
            if (line.length() + (next - from) > MAX_CHARS) {
                throw new TooLong();
            }
            line.append(buffer, from, next - from);
            position += utf8Bytes(from, next);
            lineEnd = position;
            if (next < limit) {
                skipNewline = buffer[next++] == '\r';
                position++;
                return Optional.of(line.toString());
            }
        }
        return any ? Optional.of(line.toString()) : Optional.empty();
    }

    /** Whether there is a next character; the newline behind a carriage return is none. */
    private boolean fill() throws IOException {
        while (true) {
            if (next == limit) {
                next = 0;
                limit = Math.max(0, in.read(buffer));
                if (limit == 0) {
                    return false;
                }
            }
            if (!skipNewline) {
                return true;
            }
            skipNewline = false;
            if (buffer[next] != '\n') {
                return true;
            }
            next++;
            position++;
        }
    }

    /** The offset in the file of the first byte of the line that was read last. */
    long lineStart() {
        return lineStart;
    }

    /** The number of bytes of the line that was read last, without its end. */
    int lineBytes() {
        // At most three bytes a character.
        return Math.toIntExact(lineEnd - lineStart);
    }

    /** The decoder takes well-formed UTF-8 alone, so characters tell the bytes that they came from. */
    private long utf8Bytes(int from, int to) {
        long bytes = (long) to - from;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            // Either half of a pair stands for two of its four bytes; a pair may be cut by the end of the buffer.
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }
}
